import type { Client } from "@coo/client";
import type { documents } from "@coo/msg-document";
// @boundaries-ignore one application for the tests of several packages
import { application as savedApplication } from "../../../../test/support/application.ts";

type Application = Parameters<Client<readonly [typeof documents]>["applyGeneralCertificate"]>[0];

/** An application that is saved, not sent to review, with its id in its content. */
export function application(docId: string): Application {
  return { ...savedApplication(docId), marks: `N/M ${docId}` };
}

/** A result as the remote pushes it. */
export function result(docId: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    docId,
    docType: "C",
    docStatus: "30",
    auditResult: "2",
    auditOpinion: "请核对",
    auditTime: "2026-03-02 09:29:00",
    ...more,
  };
}
