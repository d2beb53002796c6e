import { dict } from "../lib/dict.ts";
import type { Parts } from "./engine.ts";
import type { Reporter } from "./reporter.ts";

type Listener = (detail: never) => void;

export function createReporter(options: unknown, { _load: load }: Pick<Parts, "_load">): Reporter {
  /** Of problems all, of the rest the last. */
  let history = dict<unknown[]>();
  let page: Document | undefined;
  let hasMistakes = false;
  const listeners = new Set<readonly [type: string, listener: Listener]>();
  const codes = new Set<string>();

  const report: Reporter["_report"] = (code, at = "", names) => {
    const key = `${code} ${at}`;
    if (codes.has(key)) return;
    codes.add(key);
    void load("diagnostics")
      .then(({ _explain: explain }) => explain({ code, at, names }))
      // The sentence cannot be fetched: the code says in short what is wrong, and where. Most likely no file of ours can be.
      .catch(() => `${code.replace(/-/g, " ")}: ${at}; serve dist/ (file:// cannot)`)
      .then((message) => {
        console.warn(`[consentry] ${code}: ${message}`);
        emit("problem", Object.freeze({ code, at, message }));
      });
  };
  /** The parts that parse say only that something is wrong; what and where is looked for here. */
  const explainOptions = (): unknown =>
    load("diagnostics")
      .then((diagnostics) => diagnostics._explainOptions(options, report))
      .catch(() => report("internal", "options"));
  const call = (listener: Listener, detail: unknown): void => {
    try {
      listener(detail as never);
    } catch (error) {
      report("listener-failed", String(error)); // The others still hear of it.
    }
  };
  const emit: Reporter["_emit"] = (type, detail) => {
    history[type] = [...((type == "problem" && history[type]) || []), detail];
    for (const [wanted, listener] of listeners) if (wanted == type) call(listener, detail);
    page?.dispatchEvent(new CustomEvent(`consentry:${type}`, { detail }));
  };

  return {
    _report: report,
    _emit: emit,
    _note() {
      hasMistakes = true;
      if (page) explainOptions();
    },
    _on(type, listener) {
      const entry = [type, listener] as const;
      listeners.add(entry);
      if (type != "withdraw") history[type]?.forEach((detail) => call(listener, detail));
      return () => void listeners.delete(entry);
    },
    _start(document) {
      page = document;
      if (hasMistakes) explainOptions();
    },
    _stop() {
      page = undefined;
      history = dict();
      listeners.clear();
    },
  };
}
