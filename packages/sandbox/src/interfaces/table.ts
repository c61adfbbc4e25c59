import { applyGeneralCertificate, applyPreferentialCertificate } from "./applications.ts";
import type { InterfaceHandler } from "./call.ts";
import { previewDocument, printDocument, queryDocument, syncDocuments } from "./documents.ts";
import { queryBranches, syncEnterpriseFiling, verifyEnterpriseRegistration } from "./enterprise.ts";
import { applyGoodsFiling, queryGoodsFiling, syncGoodsFilings } from "./goods.ts";
import { applySealSignature, querySealSignature } from "./seals.ts";

/** What answers which interface, by number: names move between editions, numbers do not. */
export const INTERFACES: ReadonlyMap<number, InterfaceHandler> = new Map([
  [1, queryBranches],
  [2, verifyEnterpriseRegistration],
  [3, syncEnterpriseFiling],
  [4, applyGeneralCertificate],
  [5, applyPreferentialCertificate],
  [6, applyGoodsFiling],
  [9, queryDocument],
  [10, queryGoodsFiling],
  [11, syncDocuments],
  [12, syncGoodsFilings],
  [13, printDocument],
  [14, previewDocument],
  [16, applySealSignature],
  [18, querySealSignature],
]);
