import type { UiHost } from "../../core/config/parts.ts";
import { createWords } from "../shell/createWords.ts";
import { el } from "../shell/el.ts";
import { wordingOf } from "./wordingOf.ts";

/** Has an element do something when it is clicked. */
type Press = (element: Element, call: () => void) => void;

/**
 * Fills a place with this visitor's own record: consent id, date, what was asked, choices, download and
 * verify. Plain DOM, because the preference centre and the page (`data-consent-receipt`) show the same.
 *
 * @param press how its buttons are heard: the preference centre lets no script of the page in between
 */
export async function showReceipt(
  host: UiHost,
  place: Element,
  press: Press = (element, call) => host.listen(element, "click", call),
): Promise<void> {
  const { document } = host;
  const { text, name, date, list } = createWords(host);
  const records = await host.records().catch(() => []); // No log in this browser: none to show.
  const last = records.at(-1);
  if (!last) {
    place.replaceChildren(el(document, "p", {}, text("receipt.none")));
    return;
  }
  const exported = await host.exportRecords().catch(() => ""); // The words are less than the choice.
  const asked = wordingOf(exported, last.notice, list);
  const choices = Object.entries({ ...last.categories, ...last.services }).map(([id, on]) =>
    el(document, "li", {}, `${name(id)}: ${text(on ? "state.on" : "state.off")}`),
  );
  const line = (key: "id" | "date" | "choices", ...value: (Node | string)[]) =>
    el(
      document,
      "div",
      {},
      el(document, "dt", {}, text(`receipt.${key}`)),
      el(document, "dd", {}, ...value),
    );
  const result = el(document, "p", { role: "status" });
  const button = (key: "copy" | "download" | "verify", action: () => Promise<void>) => {
    const made = el(document, "button", { type: "button" }, text(`receipt.${key}`));
    press(made, () => void action().catch(() => {})); // The log is gone: nothing to give.
    return made;
  };
  const id = el(document, "code", {}, last.subject);
  const copy = button("copy", async () => {
    // Where the clipboard is refused, the visitor copies what is marked.
    getSelection()?.selectAllChildren(id);
    await navigator.clipboard.writeText(last.subject);
    result.textContent = `${text("receipt.copy")} ✓`;
  });
  place.replaceChildren(
    el(
      document,
      "dl",
      {},
      line("id", id, " ", copy),
      line("date", date(last.at, true)),
      asked
        ? el(
            document,
            "div",
            { lang: asked.language, dir: "auto" },
            el(document, "dt", {}, asked.title),
            el(document, "dd", {}, asked.text),
          )
        : "",
      line("choices", el(document, "ul", {}, ...choices)),
    ),
    el(
      document,
      "p",
      {},
      button("download", async () => {
        save(document, await host.exportRecords());
      }),
      " ",
      button("verify", async () => {
        const { ok, length, firstBad } = await host.verify();
        result.textContent = ok
          ? text("receipt.valid", { count: length })
          : text("receipt.invalid", { index: (firstBad ?? 0) + 1 });
      }),
    ),
    result,
  );
}

/**
 * Hands a text to the visitor as a file: by a `data:` link with `download`, which no CSP directive
 * governs and which needs no object URL to be kept alive (Chromium and Firefox, under
 * `default-src 'none'`).
 */
function save(document: Document, content: string): void {
  const href = `data:application/jsonl;charset=utf-8,${encodeURIComponent(content)}`;
  el(document, "a", { href, download: "consent-record.jsonl" }).click();
}
