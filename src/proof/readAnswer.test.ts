import { describe, expect, it } from "vitest";
import { readAnswer } from "./readAnswer.ts";
import type { RecordRow } from "./recordStore.ts";

const row = (id: string): RecordRow => ({ key: `k/${id}`, id, text: `text of ${id}`, hash: "00" });
const [a, b, c] = [row("a"), row("b"), row("c")];

describe("readAnswer", () => {
  it.each(["stored", "duplicate", "conflict"])("lets a record go that is named %s", (status) => {
    const json = { results: [{ id: "b", status }] };
    expect(readAnswer([a, b, c], 200, json)).toEqual([
      ["receipts", { key: "k/b", checkpoint: undefined, receipt: undefined }],
      ["outbox", "k/b"],
    ]);
  });

  it("keeps checkpoint and receipt beside the record", () => {
    const receipt = { id: "a", index: 7, leaf: "TA==", proof: [] };
    const json = {
      results: [{ id: "a", status: "stored" }],
      checkpoint: "note",
      receipts: [{ id: "b", index: 6 }, receipt],
    };
    expect(readAnswer([a], 200, json)[0]).toEqual([
      "receipts",
      { key: "k/a", checkpoint: "note", receipt },
    ]);
  });

  it("moves a rejected record to quarantine, found by its id or, where it has none, by its line", () => {
    const json = {
      results: [
        { line: 0, id: "a", status: "stored" },
        { line: 1, id: null, status: "rejected", code: "record-invalid" },
        { line: 2, id: "c", status: "rejected", code: "wrong-site" },
      ],
    };
    expect(readAnswer([a, b, c], 200, json)).toEqual([
      ["receipts", { key: "k/a", checkpoint: undefined, receipt: undefined }],
      ["outbox", "k/a"],
      ["quarantine", { ...b, code: "record-invalid" }],
      ["outbox", "k/b"],
      ["quarantine", { ...c, code: "wrong-site" }],
      ["outbox", "k/c"],
    ]);
  });

  it("believes nothing stored that has no id, another id, or another word", () => {
    for (const result of [
      { line: 0, status: "stored" },
      { line: 0, id: null, status: "stored" },
      { line: 0, id: "x", status: "stored" },
      { line: 0, id: ["a"], status: "stored" },
      { id: "a", status: "accepted" },
      { id: "a", status: true },
      { id: "a" },
      "a",
      null,
    ]) {
      expect(readAnswer([a], 200, { results: [result] })).toEqual([]);
    }
  });

  it.each([undefined, null, "ok", [], {}, { results: {} }, { results: "stored" }])(
    "settles nothing by a success that says %j",
    (json) => {
      expect(readAnswer([a, b], 200, json)).toEqual([]);
    },
  );

  it.each([0, 301, 401, 403, 404, 408, 425, 429, 500, 502, 503])(
    "settles nothing by status %i, one record or several",
    (status) => {
      expect(readAnswer([a], status, undefined)).toEqual([]);
      expect(readAnswer([a, b], status, undefined)).toEqual([]);
    },
  );

  it.each([400, 413, 422])("blames a record for status %i only when it was alone", (status) => {
    expect(readAnswer([a], status, undefined)).toEqual([
      ["quarantine", { ...a, code: String(status) }],
      ["outbox", "k/a"],
    ]);
    expect(readAnswer([a, b], status, undefined)).toEqual([]);
  });

  it("reads own properties only", () => {
    const polluted = Object.prototype as { status?: string; results?: unknown };
    polluted.status = "stored";
    polluted.results = [{ id: "a", status: "stored" }];
    try {
      expect(readAnswer([a], 200, {})).toEqual([]);
      expect(readAnswer([a], 200, { results: [{ id: "a" }] })).toEqual([]);
    } finally {
      delete polluted.status;
      delete polluted.results;
    }
  });
});
