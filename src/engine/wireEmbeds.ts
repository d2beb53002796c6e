import type { Placeholder } from "../core/config/parts.ts";
import { permits, splitIds } from "../core/choice/permits.ts";
import { createEmbeds, type Embeds, type EmbedsEnv } from "../gate/createEmbeds.ts";
import type { Session } from "./session.ts";

/** Joins what a page marked that is not a script to what a visitor sees and decides. */
export function wireEmbeds(session: Session): Embeds {
  const { env, end, gate, report, withDecider, withFace } = session;

  const place: EmbedsEnv["place"] = (element, ids, loadOnce) => {
    let made: Placeholder | undefined;
    let over = false;
    void withFace((face) => face.hold(element, ids, loadOnce)).then((one) => {
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

  const isPermitted = (ids: string): boolean => permits(session.state, ids);
  const embeds = createEmbeds({
    window: env.window,
    gate,
    permits: (ids) => isPermitted(ids) || !!session.once?.(ids),
    place,
    loadOnce(ids) {
      // All that needs the same is one thing: a box, and the script that fills it.
      const before = session.once;
      const wanted = new Set(splitIds(ids));
      session.once = (others) =>
        splitIds(others).every((id) => wanted.has(id) || isPermitted(id) || !!before?.(id)) &&
        !!others.trim();
      embeds.release();
      void withDecider((made) => made.release());
    },
    report,
    end,
  });
  return embeds;
}
