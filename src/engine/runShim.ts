import { splitIds } from "../core/choice/permits.ts";
import type { Migration } from "../core/config/parts.ts";
import type { Shim } from "../core/config/shim.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import { own } from "../lib/own.ts";
import type { Engine } from "./engine.ts";

/**
 * Lets the links, calls and events of the tool that the site came from go on working. Everything it makes in the page
 * goes with the instance.
 */
export function runShim(engine: Engine, { id, map }: Migration, shim: Shim): void {
  const { _env: env, _end: end, _store: store, _report: report } = engine;
  const page = env.window as unknown as Window & Record<string, unknown>;
  const { signal } = end;
  const { document } = env.window;
  const guard = (act: () => unknown): void => {
    try {
      act();
    } catch (error) {
      report("listener-failed", `${id}: ${String(error)}`);
    }
  };
  const run = (listener: unknown, ...given: readonly unknown[]): void => {
    if (typeof listener == "function") guard(() => Reflect.apply(listener, undefined, given));
  };
  const idsOf = (name: unknown): string => String(own(map, String(name)) ?? "");
  const event = (type: string, detail: unknown): Event => new CustomEvent(type, { detail });
  const order = (kind: "accept-all" | "reject-all" | "save", argument?: unknown): void =>
    void engine._decisions._use((it) => it._order(kind, argument));

  guard(() =>
    shim({
      window: page,
      names: Object.keys(map),
      permits: (name) => !!idsOf(name) && engine._permits(idsOf(name)),
      isDecided: () => store.get()._state.status == "decided",
      show: (view) => void engine._ui._use((ui) => ui._show(view, "")),
      hide: () => engine._ui._made()?._hide(),
      acceptAll: () => order("accept-all"),
      rejectAll: () => order("reject-all"),
      save(answers) {
        const choices: Record<string, boolean> = {};
        // Several names may lead to one id: it is permitted only if all of them are.
        for (const [name, isGranted] of Object.entries(answers)) {
          for (const one of splitIds(idsOf(name))) {
            if (one != "necessary") choices[one] = isGranted && choices[one] !== false;
          }
        }
        order("save", choices);
      },
      onChoice(listener) {
        let isStart = true;
        const hear = (): void => {
          const first = isStart;
          isStart = false;
          guard(() => listener(first));
        };
        // The start is reported as a change, too, before it is reported as such.
        document.addEventListener(
          "consentry:ready",
          () => {
            hear();
            document.addEventListener("consentry:change", hear, { signal });
          },
          { once: true, signal },
        );
      },
      onClick(selector, listener) {
        const hear = (clicked: MouseEvent): void => {
          const target = clicked.composedPath()[0];
          const element = target instanceof Element && target.closest(selector);
          if (!element || isIgnored(element) || clicked.defaultPrevented) return;
          clicked.preventDefault();
          guard(() => listener(element));
        };
        document.addEventListener("click", hear, { signal });
      },
      define(name, value) {
        if (page[name] != null) return;
        page[name] = value;
        signal.addEventListener("abort", () => {
          if (page[name] === value) delete page[name];
        });
      },
      call: (name) => run(page[name]),
      run,
      event,
      send: (type, detail) => void page.dispatchEvent(event(type, detail)),
    }),
  );
}
