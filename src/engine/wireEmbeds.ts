import type { Placeholder } from "../core/config/parts.ts";
import { NECESSARY } from "../core/config/config.ts";
import { splitIds } from "../core/choice/permits.ts";
import { createEmbeds, type Embeds, type EmbedsEnv } from "../gate/createEmbeds.ts";
import type { Engine } from "./engine.ts";

/** Joins what a page marked that is not a script to what a visitor sees and decides. */
export function wireEmbeds(engine: Engine): Embeds {
  const { _env: env, _store: store, _permits: isPermitted } = engine;

  const place: EmbedsEnv["place"] = (element, ids, loadOnce) => {
    let made: Placeholder | undefined;
    let over = false;
    void engine._ui
      ._use((ui) => ui._hold(element, ids, loadOnce))
      .then((one) => {
        made = one;
        if (over) made?.undo();
      });
    return {
      undo() {
        over = true;
        made?.undo();
      },
      isAstray: () => !!made?.host && made.host.nextElementSibling != element,
    };
  };

  const embeds = createEmbeds({
    window: env.window,
    gate: engine._gate,
    // Sanitizers let marks of strangers pass: what needs no consent is not fetched by a mark before there is a choice.
    permits: (ids) =>
      (isPermitted(ids) &&
        (!!store.get()._state.decidedAt || splitIds(ids).some((id) => id != NECESSARY))) ||
      !!store.get()._once?.(ids),
    place,
    loadOnce(ids) {
      // All that needs the same is one thing: a box, and the script that fills it.
      const before = store.get()._once;
      const wanted = new Set(splitIds(ids));
      const once = (others: string): boolean =>
        splitIds(others).every((id) => wanted.has(id) || isPermitted(id) || !!before?.(id)) &&
        !!others.trim();
      store.set({ ...store.get(), _once: once });
      embeds._release();
      void engine._decisions._use((it) => it._releaseScripts());
    },
    report: engine._report,
  });
  return embeds;
}
