import type { PagingDescriptor } from "@coo/soap/gen1";
import { describe, expect, it } from "vitest";
import { iteratePages } from "../src/paging.ts";

const TIMED: PagingDescriptor = {
  page: "pageNo",
  size: "pageSize",
  from: "startTime",
  to: "endTime",
  items: "documents.document",
  total: "total",
  key: ["docId"],
  time: "updatedAt",
};
const PLAIN: PagingDescriptor = {
  page: "pageNo",
  size: "pageSize",
  items: "branches.branch",
  total: "total",
  key: ["branchCode"],
};

interface Row {
  docId: string;
  updatedAt: string;
}

function at(second: number): string {
  return new Date(Date.UTC(2026, 2, 1, 0, 0, second)).toISOString().slice(0, 19).replace("T", " ");
}

/** A server that sorts by time and calls `onRequest` before each answer. */
function server(rows: Row[], onRequest: (request: number) => void = () => {}, withTotal = true) {
  let requests = 0;
  const ask = async (body: Record<string, unknown>): Promise<unknown> => {
    onRequest(++requests);
    const found = rows
      .filter((row) => row.updatedAt >= (body["startTime"] as string))
      .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : a.updatedAt > b.updatedAt ? 1 : 0));
    const size = body["pageSize"] as number;
    const from = ((body["pageNo"] as number) - 1) * size;
    const page = found.slice(from, from + size);
    return { ...(withTotal ? { total: found.length } : {}), documents: page.length > 0 ? { document: page } : {} };
  };
  return { ask, requests: () => requests };
}

async function collect(items: AsyncIterable<Record<string, unknown>>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of items) found.push(`${item["docId"] ?? item["branchCode"]}@${item["updatedAt"] ?? ""}`);
  return found;
}

const RANGE = { startTime: "2026-03-01 00:00:00", endTime: "2026-03-02 00:00:00" };

describe.each([true, false])("iteratePages over a time range (total given: %s)", (withTotal) => {
  it("gives every item once", async () => {
    const rows = Array.from({ length: 250 }, (_, i) => ({ docId: `D${i}`, updatedAt: at(i) }));
    const found = await collect(iteratePages(server(rows, undefined, withTotal).ask, TIMED, RANGE, { pageSize: 20 }));
    expect(found).toHaveLength(250);
    expect(new Set(found).size).toBe(250);
  });

  it("loses nothing when items move to the end while pages are read", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({ docId: `D${i}`, updatedAt: at(i * 10) }));
    let next = 0;
    const { ask } = server(
      rows,
      (request) => {
        // An item already given changes: everything behind it moves one place to the front.
        if (request > 1 && next < 30) Object.assign(rows[next++] as Row, { updatedAt: at(5000 + request) });
      },
      withTotal,
    );
    const found = await collect(iteratePages(ask, TIMED, RANGE, { pageSize: 10 }));
    const ids = new Set(found.map((text) => text.split("@")[0]));
    expect(ids.size).toBe(100);
    // The changed ones come again with their new time.
    for (const row of rows) expect(found).toContain(`${row.docId}@${row.updatedAt}`);
  });

  it("goes on through more equal times than a page holds", async () => {
    const rows = Array.from({ length: 95 }, (_, i) => ({ docId: `D${i}`, updatedAt: at(i < 10 ? i : 20) }));
    rows.push({ docId: "LAST", updatedAt: at(4000) });
    const found = await collect(iteratePages(server(rows, undefined, withTotal).ask, TIMED, RANGE, { pageSize: 10 }));
    expect(new Set(found).size).toBe(96);
    expect(found).toHaveLength(96);
  });

  it("reads a server that does not sort page after page, and again until nothing is new", async () => {
    const rows = Array.from({ length: 35 }, (_, i) => ({ docId: `D${i}`, updatedAt: at(1000 - i * 20) }));
    const ask = async (body: Record<string, unknown>): Promise<unknown> => {
      const from = ((body["pageNo"] as number) - 1) * 10;
      return { documents: { document: rows.slice(from, from + 10) } };
    };
    expect(new Set(await collect(iteratePages(ask, TIMED, RANGE, { pageSize: 10 }))).size).toBe(35);
  });
});

describe("iteratePages without a time", () => {
  it("ends after one request when one page holds everything", async () => {
    let requests = 0;
    const ask = async (): Promise<unknown> => {
      requests++;
      return { total: 1, branches: { branch: [{ branchCode: "311" }] } };
    };
    expect(await collect(iteratePages(ask, PLAIN, {}))).toEqual(["311@"]);
    expect(requests).toBe(1);
  });

  it("takes an absent list as an empty one", async () => {
    expect(await collect(iteratePages(async () => ({ branches: {} }), PLAIN, {}))).toEqual([]);
  });

  it("stops at its bound on requests", async () => {
    let n = 0;
    const ask = async (): Promise<unknown> => ({ branches: { branch: [{ branchCode: String(n++) }] } });
    await expect(collect(iteratePages(ask, PLAIN, {}, { pageSize: 1, maxRequests: 5 }))).rejects.toThrow(
      /more than 5 requests/,
    );
  });
});
