import { explainReport, explainVisitor } from "../explainReport.ts";
import { readKey } from "../openNote.ts";
import { verifyExport } from "../verifyExport.ts";
import { isVisitorLine, verifyVisitor } from "../verifyVisitor.ts";
import { collectTexts, type Texts } from "./collectTexts.ts";
import { linesOfFile } from "./linesOfFile.ts";
import { showTexts } from "./showTexts.ts";
import { webPrimitives } from "./webPrimitives.ts";

/** The script of the verifier page: a file in, a verdict in words out. It fetches nothing. */
function start(): void {
  const form = document.querySelector("form");
  const answer = document.querySelector("output");
  const progress = document.querySelector("progress");
  const records = document.querySelector("section");
  if (!form || !answer || !progress || !records) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer.textContent = "";
    records.replaceChildren();
    const texts: Texts = { records: [], count: 0, notices: [] };
    delete answer.dataset.ok;
    progress.hidden = false;
    verdict(new FormData(form), texts, (done, of) => (progress.value = done / of))
      .catch((error: unknown) => ({
        ok: false,
        words: error instanceof Error ? error.message : "This file cannot be read.",
      }))
      .then(({ ok, words }) => {
        // Text only: what stands in a record is never markup here.
        answer.textContent = words;
        answer.dataset.ok = String(ok);
        showTexts(records, texts, webPrimitives);
        progress.hidden = true;
      })
      .catch(() => {}); // Nothing above throws.
  });
}

async function verdict(
  data: FormData,
  texts: Texts,
  onProgress: (done: number, of: number) => void,
): Promise<{ ok: boolean; words: string }> {
  const file = data.get("file");
  if (!(file instanceof File) || !file.size) return { ok: false, words: "Choose a file first." };
  const typed = data.get("keys");
  const given = typeof typed == "string" ? typed.split(/\s+/).filter(Boolean) : [];
  const keys = given
    .map((vkey) => readKey(vkey, webPrimitives.sha256))
    .filter((key) => key != null);
  if (keys.length != given.length) return { ok: false, words: "A key is malformed (name+id+key)." };
  const kept = data.get("checkpoint");
  const earlier = kept instanceof File && kept.size ? [await kept.text()] : [];

  const [first = ""] = (await file.slice(0, 200).text()).split("\n");
  const lines = collectTexts(linesOfFile(file, onProgress), texts);
  if (isVisitorLine(first)) {
    const report = await verifyVisitor(lines, keys, webPrimitives);
    return { ok: report.ok, words: explainVisitor(report) };
  }
  const report = await verifyExport(lines, { keys, earlier, witnesses: [] }, webPrimitives);
  return { ok: report.ok, words: explainReport(report) };
}

start();
