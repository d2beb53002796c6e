import { knows, splitIds } from "../core/choice/permits.ts";
import { wrongMarks } from "../gate/wrongMarks.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import { queryAll } from "../lib/queryAll.ts";
import type { Engine } from "./engine.ts";

/** Reports marks of the page whose name or value is misspelt, each once; what strangers wrote is not looked at. */
export function checkNames({ _gate, _report: report, _store }: Engine): void {
  const { getAttribute, getAttributeNames } = Element.prototype;
  const { _state: state } = _store.get();
  const isIds = (text: string): boolean => {
    const ids = splitIds(text);
    return !!ids[0] && ids.every((id) => knows(state, id));
  };
  for (const root of _gate._roots.keys()) {
    for (const element of queryAll(root, "*")) {
      const names = getAttributeNames.call(element);
      if (!names.some((name) => name.startsWith("data") || name.includes("-con"))) continue;
      const values = names.map((name) => [name, getAttribute.call(element, name)!] as const);
      const wrong = wrongMarks(element.localName, new Map(values), isIds);
      if (!wrong[0] || isIgnored(element)) continue;
      for (const [written, meant] of wrong) report("unknown-mark", written, meant);
    }
  }
}
