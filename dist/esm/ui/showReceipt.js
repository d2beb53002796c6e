import { createWords } from './createWords.js';
import { el } from './el.js';
import { wordingOf } from './wordingOf.js';

async function showReceipt(host, place) {
  const { document } = host;
  const { text, name, date, list } = createWords(host);
  const records = await host.records().catch(() => []);
  const last = records.at(-1);
  if (!last) {
    place.replaceChildren(el(document, "p", {}, text("receipt.none")));
    return;
  }
  const exported = await host.exportRecords().catch(() => "");
  const asked = wordingOf(exported, last.notice, list);
  const choices = Object.entries({ ...last.categories, ...last.services }).map(
    ([id, on]) => el(document, "li", {}, `${name(id)}: ${text(on ? "state.on" : "state.off")}`)
  );
  const line = (key, ...value) => el(
    document,
    "div",
    {},
    el(document, "dt", {}, text(`receipt.${key}`)),
    el(document, "dd", {}, ...value)
  );
  const result = el(document, "p", { role: "status" });
  const button = (key, action) => {
    const made = el(document, "button", { type: "button" }, text(`receipt.${key}`));
    made.addEventListener("click", () => void action().catch(() => {
    }));
    return made;
  };
  place.replaceChildren(
    el(
      document,
      "dl",
      {},
      line("id", el(document, "code", {}, last.id)),
      line("date", date(last.at, true)),
      asked ? el(
        document,
        "div",
        { lang: asked.language, dir: "auto" },
        el(document, "dt", {}, asked.title),
        el(document, "dd", {}, asked.text)
      ) : "",
      line("choices", el(document, "ul", {}, ...choices))
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
        result.textContent = ok ? text("receipt.valid", { count: length }) : text("receipt.invalid", { index: (firstBad ?? 0) + 1 });
      })
    ),
    result
  );
}
function save(document, content) {
  const href = `data:application/jsonl;charset=utf-8,${encodeURIComponent(content)}`;
  el(document, "a", { href, download: "consent-record.jsonl" }).click();
}

export { showReceipt };
