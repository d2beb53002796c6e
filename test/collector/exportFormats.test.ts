import { beforeEach, afterEach, describe, expect, it } from "vitest";
import { exportCsv } from "../../src/collector/export/exportCsv.ts";
import { exportJsonLd, toJsonLd } from "../../src/collector/export/exportJsonLd.ts";
import { sha256 } from "../../src/collector/merkle/hash.ts";
import { append, entryOf, noticeOf } from "./util/entries.ts";
import { parseRecord } from "../../src/record/parseRecord.ts";
import { bench, type Bench } from "./util/collector.ts";
import { chain, sealed } from "./util/records.ts";
import { all as collect } from "./util/verified.ts";

let desk: Bench;
const notice = noticeOf(JSON.stringify({ title: "May we count visits?" }));
const shown = sha256(notice.text).toString("hex");
/** A log of 8 entries under 5 checkpoints: notice, 3 records, 1, 2 and 1. */
const mine = chain(3, { notice: shown });
const others = chain(3, { notice: shown });
beforeEach(async () => {
  desk = await bench();
  const add = (...records: typeof mine) => append(desk.store, desk.log, records.map(entryOf));
  await append(desk.store, desk.log, [notice]);
  await add(...mine);
  await add(others[0]!);
  await add(others[1]!, others[2]!);
  await add(sealed({ notice: shown, event: "refused" }));
});
afterEach(() => desk.remove());

/** The cells as a reader that takes this separator sees them: quotation marks count where a cell begins. */
function cellsOf(table: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < table.length; i++) {
    const sign = table[i]!;
    if (quoted && sign == '"' && table[i + 1] == '"') {
      cell += '"';
      i++;
    } else if (quoted && sign == '"') quoted = false;
    else if (!quoted && !cell && sign == '"') quoted = true;
    else if (!quoted && (sign == separator || sign == "\n")) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell];
}

describe("an export for people and for other systems", () => {
  it("is a table in which no cell is run as a formula", async () => {
    const nasty = [
      '=HYPERLINK("http://evil")',
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      " =1",
      "＝1",
      "|calc",
      'quo"te',
      "a\nb",
    ];
    for (const controller of nasty) {
      await append(desk.store, desk.log, [entryOf(sealed({ controller }))]);
    }
    const rows = await collect(exportCsv(desk.store, {}));
    expect(rows).toHaveLength(1 + 7 + nasty.length);
    const table = rows.join("\r\n");
    for (const controller of nasty.slice(0, 8)) {
      expect(table).toContain(`"'${controller.replaceAll('"', '""').replace("\t", " ")}"`);
    }
    expect(table).toContain('"quo""te"');
    // No cell begins with what a spreadsheet would run.
    expect(table).not.toMatch(/(^|,)"[\s]*[=+\-@|\uff1d]/m);
    expect(rows[2]).toContain(mine[1]!.hash);
  });

  it("is inert whichever of comma, semicolon and tab a spreadsheet takes for the separator", async () => {
    const formulas = ["=cmd|'/C calc'!A0", "@SUM(A1)", "+1", "-1", "|x", '""=1+1', " =1", "＝1"];
    const between = [";", ";;", "; ", ';"', "\t", "\r\n", "\n", "\u2028", ";\u200b", "\u202e;"];
    for (const formula of formulas) {
      for (const sign of between) {
        const controller = `x${sign}${formula}`;
        await append(desk.store, desk.log, [entryOf(sealed({ controller }))]);
      }
    }
    const table = (await collect(exportCsv(desk.store, {}))).join("\r\n");
    for (const separator of [",", ";", "\t"]) {
      const cells = cellsOf(table, separator);
      expect(cells.length).toBeGreaterThan(80);
      expect(cells.filter((cell) => /^[\s"]*[=+\-@|\uff1d]/u.test(cell))).toEqual([]);
    }
    expect(table.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  });

  it("is JSON-LD in the words of ISO/IEC TS 27560 and DPV", async () => {
    const text = (await collect(exportJsonLd(desk.store, {}))).join("");
    const document: unknown = JSON.parse(text);
    expect(document).toMatchObject({ "@context": { dpv: "https://w3id.org/dpv#" } });
    const graph = (document as { "@graph": unknown[] })["@graph"];
    expect(graph).toHaveLength(7);
    expect(graph[0]).toMatchObject({
      "@type": "dpv:ConsentRecord",
      "dct:conformsTo": "https://w3id.org/dpv/schema/dpv-27560#record",
      "dpv:hasIdentifier": mine[0]!.id,
      "dpv:hasNotice": { "@id": `urn:sha256:${shown}` },
      "dpv:hasConsentStatus": { "@type": ["dpv:ConsentGiven", "dpv:ExpressedConsent"] },
      "dpv:hasProcess": [
        { "dpv:hasPurpose": { "dct:title": "necessary" } },
        { "dpv:hasConsentStatus": { "@type": "dpv:ConsentGiven" } },
        { "dpv:hasConsentStatus": { "@type": "dpv:ConsentRefused" } },
      ],
    });
    expect(graph[6]).toMatchObject({
      "dpv:hasConsentStatus": { "@type": ["dpv:ConsentRefused", "dpv:ExpressedConsent"] },
    });
  });

  it.each([
    ["given", "ConsentGiven"],
    ["renewed", "RenewedConsentGiven"],
    ["refused", "ConsentRefused"],
    ["changed", "ConsentGiven"],
    ["withdrawn", "ConsentWithdrawn"],
    ["expired", "ConsentExpired"],
    ["invalidated", "ConsentInvalidated"],
  ] as const)("says “%s” in DPV's word for that state of consent", (event, state) => {
    const record = parseRecord(sealed({ event }).text);
    expect(typeof record == "string" ? record : toJsonLd(record)).toMatchObject({
      "dpv:hasConsentStatus": { "@type": [`dpv:${state}`, "dpv:ExpressedConsent"] },
    });
  });

  it("is valid JSON-LD also when nothing matches", async () => {
    const text = (await collect(exportJsonLd(desk.store, { subject: "nobody" }))).join("");
    expect(JSON.parse(text)).toMatchObject({ "@graph": [] });
  });
});
