/**
 * The entry point `consentry/lazy`: the same instance, of which a returning visitor gets the core alone. What decides, proves and
 * shows is fetched when it is needed, as from a script tag; the build makes each a file of its own.
 */
import type { CatalogueOptions } from "../build/site/catalogueOptions.ts";
import { createInstance } from "../engine/createInstance.ts";
import { headMark } from "../head/headData.ts";
import type { Consent } from "../engine/consent.ts";
import type { Load, Loadable, MakeService } from "../engine/engine.ts";
import { startsOnce } from "../engine/startsOnce.ts";
import type { UsualCategory } from "../core/config/ids.ts";
import type { Known, Options } from "../core/config/options.ts";
import { isWhole, listServices } from "../core/config/listServices.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";

/** Fetches a module of this package: `() => import("consentry/services/hotjar")`. */
export type Fetch = () => Promise<{ default: unknown }>;

/** What the instance may fetch, by id or tag. */
export interface Files {
  /** Service factories by id. Default: none can be fetched. */
  services?: Readonly<Record<string, Fetch>>;
  /** Signal factories by id. Default: none can be fetched. */
  signals?: Readonly<Record<string, Fetch>>;
  /** Languages by tag. Default: English alone. */
  locales?: Readonly<Record<string, Fetch>>;
}

type Modules = { [Name in keyof Loadable]: () => Promise<unknown> };

/** Counts who wants the interface, from when a visitor is asked: what is needed together then comes together. */
let asks = 0;
const fetchAsked = () => import("./lazy.asked.ts");
/** With the banner in the HTML nothing more is needed before someone uses the page, or wants something else. */
const asked = (isWanted?: boolean) =>
  headMark(window)?.banner
    ? import("./tag.wait.ts").then((wait) => wait.default(fetchAsked, isWanted), fetchAsked)
    : fetchAsked();

const modules: Modules = {
  banner: fetchAsked,
  // The first is who asks.
  host: () => (asks ? asked(asks++ > 1) : import("./tag.host.ts")),
  decisions: () =>
    asks ? asked(true).then(({ decide }) => decide()) : import("./tag.decisions.ts"),
  embeds: () => import("./tag.embeds.ts"),
  placeholders: () => import("./tag.placeholders.ts"),
  proof: () => import("./tag.proof.ts"),
  late: () => import("./tag.late.ts"),
  prepare: () => import("./tag.prepare.ts"),
  own: () => import("./tag.own.ts"),
  migrate: () => import("./tag.migrate.ts"),
  diagnostics: () => import("./tag.diagnostics.ts"),
  check: () => import("./tag.check.ts"),
};

/**
 * Makes an instance as `createConsent` of `consentry` does. `services` may be a map of ids to options, as from a script
 * tag, and `signals` a list of ids; the interface is fetched where one is needed, unless `ui` is `false`.
 *
 * @param files what may be fetched
 * @throws never; mistakes are reported as problems
 * @example
 * import { createConsent } from "consentry/lazy";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: { hotjar: { id: 1 } } }, {
 *   services: { hotjar: async () => ({ default: (await import("consentry/services/hotjar")).hotjar }) },
 * }).start();
 */
export function createConsent<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  options: Options<Category, ServiceId, Named, CatalogueOptions<NoInfer<Category>>> &
    Known<NoInfer<Category>, NoInfer<Named>>,
  files: Files = {},
): Consent<Category, ServiceId> {
  const known = keysOf(own(files, "services"));
  const load = async (name: string, folder?: string): Promise<unknown> => {
    const fetch = folder ? own(own(files, folder.slice(0, -1)), name) : own(modules, name);
    const module = await (fetch as Fetch)();
    return own(module, name) ?? module.default;
  };
  /** In a map with others: one of the catalogue in another category, or what the site declares. */
  const make: MakeService = async (given, id) => {
    const isKnown = known.includes(id);
    if (!isKnown && isWhole(given)) return { ...given, id };
    return ((await (isKnown ? load(id, "services/") : load("own"))) as MakeService)(given, id);
  };
  const services = listServices(own(options, "services"), known);
  return startsOnce(
    createInstance(services ? { ...options, services } : options, {
      _bundled: {},
      _hasUi: own(options, "ui") !== false,
      _nonce: "",
      _load: ((name, folder) =>
        name == "own" && !folder ? Promise.resolve(make) : load(name, folder)) as Load,
      _locales: keysOf(own(files, "locales")),
      _prefetch() {
        asks ||= 1;
        void asked().catch(() => {}); // The code that uses it reports.
      },
    }),
  );
}
