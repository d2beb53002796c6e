import type { Migration } from "../../core/config/parts.ts";
import { dict } from "../../lib/dict.ts";
import { onlyOne } from "./kit/onlyOne.ts";
import type { NamedOptions } from "./kit/options.ts";
import { readOptions } from "./kit/readOptions.ts";

/**
 * tarteaucitron.js. One cookie, `!gtag=true!youtube=false!matomo=wait`: `wait` is no answer yet. It keeps no
 * date. Without `highPrivacy`, with `serviceDefaultState` or `bypass`, the tool writes `true` that no one
 * chose, and the cookie does not tell: do not import then. Its placeholders are drawn by its own service
 * scripts, so there is no markup to take over.
 *
 * @confidence high
 * @source AmauriC/tarteaucitron.js@76151fa tarteaucitron.js (`cookie.create`, `cookie.read`, `addService`)
 * @source npm tarteaucitronjs@1.34.0, run in a browser
 * @param options what of the other tool answers for what here
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { tarteaucitron } from "consentry/migrate/tarteaucitron";
 *
 * createConsent({ controller: { name: "Acme BV" }, migrate: [tarteaucitron({ map: { analytics: "performance" } })] });
 */
export function tarteaucitron(options: NamedOptions): Migration {
  const { map, text } = readOptions(options);
  const name = text("name", "tarteaucitron");
  return {
    id: "tarteaucitron",
    map,
    read({ cookies }) {
      const stored = onlyOne(cookies(name)) ?? "";
      if (!/^(?:![^!=]+=(?:true|false|wait))+$/.test(stored)) return null;
      const answers = dict<boolean>();
      for (const part of stored.slice(1).split("!")) {
        const [key, state] = part.split("=");
        // Named twice: a refusal outweighs.
        if (state != "wait") answers[key!] = state == "true" && answers[key!] !== false;
      }
      return { answers };
    },
  };
}

export default tarteaucitron;
