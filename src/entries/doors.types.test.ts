/**
 * Wrong use of the entry points beside `consentry` does not compile, and right use does. Judged by `tsc`, as
 * `index.types.test.ts` is.
 */
import { expect, expectTypeOf, it } from "vitest";
import { useConsent as usePreactConsent } from "../adapters/preact.ts";
import { useConsent as useReactConsent } from "../adapters/react.ts";
import { consentStore, consented } from "../adapters/svelte.ts";
import { useConsent as useVueConsent } from "../adapters/vue.ts";
import consentryVite from "./vite.ts";
import { hotjar } from "../catalogue/services/hotjar.ts";
import { youtube } from "../catalogue/services/youtube.ts";
import { createConsentServer as forAngular } from "./angular.server.ts";
import consentryAstro from "./astro.ts";
import type { CatalogueServiceId, MigrationId, SignalId } from "../core/config/catalogueIds.ts";
import type { MigrationFactories } from "../catalogue/migrations/kit/migrationFactories.ts";
import type { ServiceFactories } from "../catalogue/services/kit/serviceFactories.ts";
import type { SignalFactories } from "../catalogue/signals/kit/signalFactories.ts";
import { createConsent, type Consent, type Options, type State } from "./index.ts";
import { createConsent as createLazy } from "./lazy.ts";
import { withConsentry } from "./next.config.ts";
import { nextPolicy, readConsent as readForNext } from "./next.ts";
import { createConsentServer as forReactRouter } from "./react-router.server.ts";
import { createPermits, readConsent } from "./server.ts";
import { renderBanner, renderHead } from "./server.node.ts";
import { consentHandle } from "./sveltekit.ts";
import { checkServices, setConsent, watchPage, watchWindow, type KitPage } from "./testing.ts";

const controller = { name: "Acme BV" };
const site = { controller, services: [hotjar(), youtube()] };
const annotated: Options = { controller, categories: ["stats"] };
/** As an import of a JSON file is typed. */
const json = {
  controller,
  layout: "bar" as string,
  categories: ["stats", "ads"],
  services: {
    hotjar: { id: 1, category: "stats" },
    chat: {
      name: "Chat",
      category: "ads",
      storage: [{ name: "c", medium: "cookie" as string, purpose: "chat", lifetime: "session" }],
    },
  },
  texts: { en: { "banner.title": "Cookies?" } },
};
declare const page: KitPage;
declare const open: () => Promise<KitPage>;
const url = "https://acme.example/";

const uses = (...list: (() => unknown)[]): number => list.length;
const wrong = uses;

it("right use compiles: parts, annotations, JSON, and what is only known when the page runs", () => {
  const consent = createConsent(site);
  const text = "from an attribute" as string;
  const none = undefined as string | undefined;
  const count = uses(
    () => consent.permits(`${text} hotjar`),
    () => consent.permits(text),
    () => createConsent({ controller, policyUrl: none, language: none, services: undefined }),
    () => createConsent({ ...annotated, services: [hotjar({ category: "stats" })] }),
    () => createConsent({ controller, categories: json.categories, gpc: json.categories }),
    () => createConsent({ controller, texts: { en: { "category.functional.about": "Chat" } } }),
    () => [renderHead(json), renderBanner(json, { language: "nl" }), renderHead(annotated)],
    () => [consentryVite({ config: json }), consentryAstro({ config: json }), consentHandle(json)],
    () => [forAngular(json), forReactRouter(json), withConsentry({}, { config: json })],
    // All that Next.js takes, also where it shares no key with what is read here.
    () => withConsentry({ reactStrictMode: true }, { config: site }),
    () => [readConsent("", annotated).permits(text), createPermits(annotated)("", "anything")],
    () => useReactConsent(consent, readConsent("", site).state).permits("youtube"),
    () => watchPage(page).then((watch) => watch.expectOnly("anything")),
    () => watchPage(page, { site: annotated }).then((watch) => watch.expectOnly(text)),
    () => setConsent(page, { site, yes: ["marketing", "hotjar"] }),
  );
  expect(count).toBe(15);
  expectTypeOf(consent).toExtend<Consent>();
  expectTypeOf(consent.state).toExtend<State>();
});

it("a misspelt id does not compile in what the instance gives", () => {
  const consent = createConsent(site);
  const count = wrong(
    // @ts-expect-error a category that waits
    () => consent.state.pending.includes("markting"),
    // @ts-expect-error what was refused
    () => consent.state.refused.includes("hotjarr"),
    // @ts-expect-error the decision's state
    () => consent.on("decision", ({ state }) => state.categories.markting),
    // @ts-expect-error what a decision gained
    () => consent.on("decision", ({ gained }) => gained.includes("hotjarr")),
    // @ts-expect-error who lost consent
    () => consent.on("withdraw", ({ services }) => services.includes("hotjarr")),
    // @ts-expect-error the code of a problem
    () => consent.on("problem", ({ code }) => code == "unknwn-id"),
    // @ts-expect-error beside what is only known when the page runs
    () => consent.permits(`${location.hash} hotjarr`),
    // @ts-expect-error a category in the site's own words
    () => createConsent({ controller, texts: { en: { "category.markting": "x" } } }),
    // @ts-expect-error a spread of a list
    () => createConsent({ ...site, services: [...site.services] }).permits("youtub"),
    // @ts-expect-error an option beside a spread
    () => createConsent({ ...annotated, catgories: [] }),
    // @ts-expect-error React's state
    () => useReactConsent(consent).state.services.hotjarr,
    // @ts-expect-error Preact's state
    () => usePreactConsent(consent).state.categories.markting,
    // @ts-expect-error Vue's state
    () => useVueConsent(consent).state.value.services.hotjarr,
    // @ts-expect-error Svelte's state
    () => consentStore(consent).subscribe(({ state }) => state.services.hotjarr),
    // @ts-expect-error one of several
    () => consented(consent, "hotjar youtub"),
  );
  expect(count).toBe(15);
});

it("a misspelt id or option does not compile on a server", () => {
  const count = wrong(
    // @ts-expect-error a service
    () => readConsent("", site).permits("hotjarr"),
    // @ts-expect-error a service of the state
    () => readConsent("", site).state.services.hotjarr,
    // @ts-expect-error a category of the state
    () => readConsent("", { controller, categories: ["stats"] }).state.categories.sttas,
    // @ts-expect-error a category that the browser's signal refuses
    () => readConsent("", { controller, gpc: ["markting"] }),
    // @ts-expect-error a service
    () => createPermits(site)("", "hotjarr"),
    // @ts-expect-error an option
    () => createPermits({ controller, catgories: [] }),
    // @ts-expect-error Next.js: a service
    () => readForNext(new Headers(), site).permits("hotjarr"),
    // @ts-expect-error Next.js: a part of the policy
    () => nextPolicy(site, (nonce) => ({ nonse: nonce })),
    // @ts-expect-error an option of the file
    () => renderHead({ controller, catgories: [] }),
    // @ts-expect-error a field of the controller
    () => renderHead({ controller: { nam: "Acme BV" } }),
    // @ts-expect-error what stands in the page
    () => renderHead({ controller }, { baner: true }),
    // @ts-expect-error a language
    () => renderBanner({ controller }, { lang: "nl" }),
    // @ts-expect-error Next.js: an option of the file
    () => withConsentry({}, { config: { controller, catgories: [] } }),
    // @ts-expect-error Astro
    () => consentryAstro({ config: { controller, catgories: [] } }),
    // @ts-expect-error Vite
    () => consentryVite({ config: { controller, catgories: [] } }),
    // @ts-expect-error SvelteKit
    () => consentHandle({ controller, catgories: [] }),
    // @ts-expect-error Angular
    () => forAngular({ controller, catgories: [] }),
    // @ts-expect-error React Router
    () => forReactRouter({ controller, catgories: [] }),
    // @ts-expect-error React Router: languages
    () => forReactRouter({ controller }, { language: ["nl"] }),
  );
  expect(count).toBe(19);
});

it("a misspelt id or option does not compile in a site's tests", () => {
  const count = wrong(
    // @ts-expect-error what alone may run
    () => watchPage(page, { site }).then((watch) => watch.expectOnly("hotjarr")),
    // @ts-expect-error what is permitted
    () => watchPage(page, { site }).then((watch) => watch.leaks("markting")),
    // @ts-expect-error inside a window
    () => watchWindow({ site }).then((watch) => watch.expectOnly("hotjarr")),
    // @ts-expect-error a button
    () => watchPage(page).then((watch) => watch.expectNothingBefore("accept")),
    // @ts-expect-error an option
    () => watchPage(page, { quite: 500 }),
    // @ts-expect-error what is allowed
    () => watchPage(page, { allow: { host: [] } }),
    // @ts-expect-error what was permitted
    () => setConsent(page, { site, yes: ["markting"] }),
    // @ts-expect-error what was refused
    () => setConsent(page, { site, no: ["hotjarr"] }),
    // @ts-expect-error a service to check
    () => checkServices({ site, url, open, services: ["hotjarr"] }),
    // @ts-expect-error one that need not come
    () => checkServices({ site, url, open, optional: ["youtub"] }),
  );
  expect(count).toBe(10);
});

it("a map of the catalogue's ids knows each id's own options", () => {
  expectTypeOf<keyof ServiceFactories>().toEqualTypeOf<CatalogueServiceId>();
  expectTypeOf<keyof SignalFactories>().toEqualTypeOf<SignalId>();
  expectTypeOf<keyof MigrationFactories>().toEqualTypeOf<MigrationId>();
  const services = { hotjar: { id: 1, category: "functional" }, youtube: {} } as const;
  const mode = "google-consent-mode";
  const lazy = (): unknown => [
    createLazy({ controller, services }).permits("hotjar youtube"),
    createLazy({ ...json, layout: "bar" } as Options),
    createLazy({
      controller,
      signals: { "google-consent-mode": { set: { url_passthrough: true } } },
    }),
    createLazy({ controller, migrate: { klaro: { name: "consent" }, cookiebot: {} } }),
  ];
  expectTypeOf(lazy).toBeFunction();
  const count = wrong(
    // @ts-expect-error a service's option
    () => createLazy({ controller, services: { hotjar: { ID: 1 } } }),
    // @ts-expect-error a service's category
    () => createLazy({ controller, services: { hotjar: { category: "markting" } } }),
    // @ts-expect-error a service
    () => createLazy({ controller, services: { hotjarr: { id: 1 } } }),
    // @ts-expect-error a signal's option
    () => createLazy({ controller, signals: { "google-consent-mode": { sett: {} } } }),
    () => createLazy({ controller, signals: { [mode]: { set: { url_passthrough: true } } } }),
    // @ts-expect-error a part of it
    () => createLazy({ controller, signals: { [mode]: { set: { url_pass: true } } } }),
    // @ts-expect-error a signal
    () => createLazy({ controller, signals: { "google-consnt-mode": {} } }),
    // @ts-expect-error a tool's option
    () => createLazy({ controller, migrate: { klaro: { nam: "consent" } } }),
    // @ts-expect-error a tool
    () => createLazy({ controller, migrate: { klar: {} } }),
    // @ts-expect-error the instance's ids
    () => createLazy({ controller, services }).permits("youtub"),
    // @ts-expect-error what may be fetched
    () => createLazy({ controller }, { servces: {} }),
  );
  expect(count).toBe(11);
});
