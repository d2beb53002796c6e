import { own } from "../../lib/own.ts";
import { parseJson } from "../../lib/parseJson.ts";

/** Texts that stood in a file, for a person to read beneath the verdict. */
export interface Texts {
  /** The first of them. */
  records: string[];
  /** How many there are. */
  count: number;
  notices: string[];
}

const MOST = 200; // records shown, and texts of notices kept

/** Lets lines through, and keeps what records and notices say. An export and a visitor's file name them differently. */
export async function* collectTexts(
  lines: AsyncIterable<string>,
  texts: Texts,
): AsyncGenerator<string> {
  for await (const line of lines) {
    yield line;
    const json = parseJson(line);
    const [type, kind, text] = [own(json, "type"), own(json, "kind"), own(json, "text")];
    if (typeof text != "string") continue;
    if (kind == "record" || type == "consentry/1 record") {
      if (++texts.count <= MOST) texts.records.push(text);
    } else if (texts.notices.length < MOST) texts.notices.push(text);
  }
}
