import { own } from "../lib/own.ts";
import { equal, fromHex, utf8 } from "./bytes.ts";
import { leafBytes } from "./leafBytes.ts";
import type { Primitives } from "./primitives.ts";
import type { LeafLine } from "./readExportLine.ts";
import type { SeenHashes } from "./seenHashes.ts";
import { hashLeaf } from "./verifyProof.ts";
import { hashOfText } from "./verifyReceipt.ts";

const GAP = 1;
const NOTICELESS = 64;

/**
 * Checks one entry against itself: its fields give its leaf hash, its text gives its hash, the text is
 * of the leaf's site. Gives the reason why not, or null.
 */
export function checkLeaf(line: LeafLine, primitives: Primitives): string | null {
  const { leaf, text } = line;
  const bytes = leafBytes(leaf);
  if (!bytes) return "Its fields cannot be those of a leaf.";
  if (!equal(hashLeaf(bytes, primitives.sha256), line.leafHash)) {
    return "Its fields (site, hash, time or flags) do not give its leaf hash.";
  }
  if (text == null) return leaf.kind == "notice" ? "The text of a notice is missing." : null;
  const hash = leaf.kind == "record" ? hashOfText(text, primitives) : primitives.sha256(utf8(text));
  if (!hash || !equal(hash, leaf.hash)) return "Its text does not give its hash.";
  if (leaf.kind == "notice") return leaf.site ? "A notice is of no site." : null;
  const page = own(JSON.parse(text), "page");
  const fits = typeof page == "string" && URL.canParse(page) && new URL(page).host == leaf.site;
  return fits ? null : "Its text is of another site than its leaf says.";
}

/**
 * Checks one entry against all before it: nothing is logged twice, and what is flagged as missing is
 * missing, what is not flagged is there. Only for a complete export.
 */
export function checkAmong(line: LeafLine, seen: SeenHashes): string | null {
  const { leaf, text } = line;
  if (seen.has(leaf.hash)) return "The same entry stands in the log before.";
  if (leaf.kind == "notice" || text == null) return null;
  const json: unknown = JSON.parse(text);
  const known = (key: string) => {
    const hash = fromHex(own(json, key));
    return hash?.length == 32 && seen.has(hash);
  };
  const gap = own(json, "previous") != null && !known("previous");
  if (gap != Boolean(leaf.flags & GAP)) return "It is flagged wrongly about the record before it.";
  return known("notice") == Boolean(leaf.flags & NOTICELESS)
    ? "It is flagged wrongly about the notice it names."
    : null;
}
