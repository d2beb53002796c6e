/**
 * Wrong use does not compile. Each line below is judged by `tsc`, which reads every test (`npm run check`):
 * an expected error that does not come is an error.
 */
import { expect, expectTypeOf, it } from "vitest";
import { useConsent as useReactConsent, Consented } from "../adapters/react.ts";
import { consented, consentStore } from "../adapters/svelte.ts";
import { useConsent as useVueConsent } from "../adapters/vue.ts";
import { useConsent as usePreactConsent } from "../adapters/preact.ts";
import { googleAnalytics } from "../catalogue/services/google-analytics.ts";
import { hotjar } from "../catalogue/services/hotjar.ts";
import { metaPixel } from "../catalogue/services/meta-pixel.ts";
import { microsoftUet } from "../catalogue/services/microsoft-uet.ts";
import { googleConsentMode } from "../catalogue/signals/google-consent-mode.ts";
import { microsoftUetSignal } from "../catalogue/signals/microsoft-uet.ts";
import { createConsent, type Consent, type Options, type Service } from "./index.ts";
import { readConsent } from "./server.ts";

const controller = { name: "Acme BV" };
const chat = { name: "Chat", category: "functional", storage: [] } as const;

const make = () =>
  createConsent({
    controller,
    services: [hotjar({ id: 1 }), metaPixel(), { id: "stats", ...chat }],
    signals: ["google-consent-mode", microsoftUetSignal()],
    gpc: ["marketing"],
    texts: { en: { "banner.title": "Cookies?", "category.functional": "Chat" }, "*": {} },
  });

/** Never called: what is in it is compiled. */
type Wrong = () => unknown;
const wrong = (...uses: Wrong[]): number => uses.length;

it("ids are those of the options", () => {
  const consent = make();
  const { signal } = new AbortController();
  const uses = (): unknown => [
    consent.permits("performance"),
    consent.permits("!marketing hotjar stats"),
    consent.permits("necessary"),
    consent.save({ functional: true, "meta-pixel": false }),
    consent.withdraw("stats"),
    consent.withdraw(),
    consent.when("meta-pixel", { signal }),
    consent.show("preferences", "hotjar"),
    consent.show("preferences", "services"),
    consent.state.services["meta-pixel"],
  ];
  expectTypeOf(uses).toBeFunction();
  expectTypeOf(consent).toEqualTypeOf<
    Consent<"functional" | "performance" | "marketing", "hotjar" | "meta-pixel" | "stats">
  >();
  expectTypeOf(consent).toExtend<Consent>();
  const lists = createConsent({
    controller,
    categories: ["stats", "ads"],
    services: [hotjar({ category: "stats" })],
  });
  expectTypeOf(lists).toEqualTypeOf<Consent<"stats" | "ads", "hotjar">>();
  const maps = createConsent({
    controller,
    categories: { ads: { name: "Adverts" } },
    services: { hotjar: { id: 1, category: "ads" }, chat: { ...chat, category: "ads" } },
  });
  expectTypeOf(maps).toEqualTypeOf<Consent<"ads", "hotjar" | "chat">>();
  expect(lists.permits("stats hotjar")).toBe(false);
});

it("what is made elsewhere, and so says no more than string, is taken as it is", () => {
  const made = {
    controller,
    services: [{ ...chat, id: "a", category: "b" as string }],
    gpc: ["c"],
  };
  const any: Options = made;
  const ids = "from an attribute" as string;
  for (const consent of [createConsent(made), createConsent(any), make()]) {
    expect(consent.permits(ids)).toBe(false);
    const bare: Consent = consent;
    expect(bare.permits("anything at all")).toBe(false);
  }
  expectTypeOf<Service[]>().toExtend<NonNullable<Options["services"]>>();
  expectTypeOf(readConsent("", any).state.services).toEqualTypeOf<
    Readonly<Record<string, boolean>>
  >();
});

it("a name that is misspelt does not compile, whatever takes it", () => {
  const consent = make();
  const count = wrong(
    // @ts-expect-error a category
    () => consent.permits("perfomance"),
    // @ts-expect-error one of several
    () => consent.permits("hotjar perfomance"),
    // @ts-expect-error a refusal
    () => consent.permits("!hotjarr"),
    // @ts-expect-error nothing at all
    () => consent.permits(""),
    // @ts-expect-error a list is one text, as in `data-consent`
    () => consent.permits(["hotjar"]),
    // @ts-expect-error a category
    () => consent.save({ perfomance: true }),
    // @ts-expect-error a yes or a no
    () => consent.save({ performance: "yes" }),
    // @ts-expect-error what is fixed cannot be chosen
    () => consent.save({ necessary: false }),
    // @ts-expect-error a service
    () => consent.withdraw("hotjarr"),
    // @ts-expect-error what is fixed cannot be withdrawn
    () => consent.withdraw("necessary"),
    // @ts-expect-error a category
    () => consent.when("perfomance"),
    // @ts-expect-error a signal is in an object
    () => consent.when("performance", new AbortController().signal),
    // @ts-expect-error milliseconds are no option: `AbortSignal.timeout` is one
    () => consent.when("performance", { timeout: 1000 }),
    // @ts-expect-error a part
    () => consent.show("preferences", "perfomance"),
    // @ts-expect-error a view
    () => consent.show("preference"),
    // @ts-expect-error an event
    () => consent.on("chnage", () => {}),
    // @ts-expect-error what the event brings
    () => consent.on("problem", ({ codes }) => codes),
    // @ts-expect-error a category of the state
    () => consent.state.categories.perfomance,
    // @ts-expect-error a service of the state
    () => consent.state.services.hotjarr,
    // @ts-expect-error a state is read
    () => (consent.state.status = "decided"),
    // @ts-expect-error a part of the document
    () => consent.observe("#root"),
    // @ts-expect-error a verb of the log
    () => consent.proof.exports(),
    // @ts-expect-error takes nothing
    () => consent.acceptAll("marketing"),
    // @ts-expect-error takes nothing
    () => consent.rejectAll("marketing"),
    // @ts-expect-error takes nothing
    () => consent.hide("banner"),
    // @ts-expect-error takes nothing
    () => consent.start({ controller }),
    // @ts-expect-error takes nothing
    () => consent.destroy(true),
  );
  expect(count).toBe(27);
});

it("an option that is misspelt does not compile, nor a value that it cannot have", () => {
  const count = wrong(
    // @ts-expect-error who asks is demanded
    () => createConsent({}),
    // @ts-expect-error an option
    () => createConsent({ controller, catgories: [] }),
    // @ts-expect-error a field of the controller
    () => createConsent({ controller: { nam: "Acme BV" } }),
    // @ts-expect-error an address is a text
    () => createConsent({ controller, policyUrl: new URL("https://acme.example") }),
    // @ts-expect-error a category's own words
    () => createConsent({ controller, categories: { ads: { title: "Adverts" } } }),
    // @ts-expect-error a service of the catalogue in a map
    () => createConsent({ controller, services: { hotjarr: {} } }),
    // @ts-expect-error an own service in a map says what it stores
    () => createConsent({ controller, services: { chat: { name: "", category: "marketing" } } }),
    // @ts-expect-error the category of an own service
    () => createConsent({ controller, services: [{ ...chat, id: "a", category: "perfomance" }] }),
    // @ts-expect-error the category of an own service in a map
    () => createConsent({ controller, services: { chat: { ...chat, category: "perfomance" } } }),
    // @ts-expect-error the site has no such category for it
    () => createConsent({ controller, categories: ["ads"], services: [hotjar()] }),
    // @ts-expect-error a category of the catalogue's service
    () => createConsent({ controller, services: [hotjar({ category: "perfomance" })] }),
    // @ts-expect-error an option of the catalogue's service
    () => hotjar({ ID: 1 }),
    // @ts-expect-error a basis
    () => hotjar({ basis: "legitimate" }),
    // @ts-expect-error a medium
    () => hotjar({ erase: [{ name: "a", medium: "cookies", purpose: "", lifetime: "" }] }),
    // @ts-expect-error a whole number
    () => createConsent({ controller, revision: "2" }),
    // @ts-expect-error days
    () => createConsent({ controller, days: "180" }),
    // @ts-expect-error a domain
    () => createConsent({ controller, domain: true }),
    // @ts-expect-error yes or no
    () => createConsent({ controller, hostOnly: "yes" }),
    // @ts-expect-error one language
    () => createConsent({ controller, language: ["nl"] }),
    // @ts-expect-error a message
    () => createConsent({ controller, texts: { en: { "banner.titel": "x" } } }),
    // @ts-expect-error a layout
    () => createConsent({ controller, layout: "center" }),
    // @ts-expect-error yes or no
    () => createConsent({ controller, reopenButton: "left" }),
    // @ts-expect-error when to reload
    () => createConsent({ controller, reload: true }),
    // @ts-expect-error a nonce
    () => createConsent({ controller, nonce: 1 }),
    // @ts-expect-error a signal
    () => createConsent({ controller, signals: ["google-consnt-mode"] }),
    // @ts-expect-error a service is no signal
    () => createConsent({ controller, signals: [microsoftUet()] }),
    // @ts-expect-error a signal is no service
    () => createConsent({ controller, services: [microsoftUetSignal()] }),
    // @ts-expect-error a type of Google's
    () => googleConsentMode({ types: { ad_storag: "marketing" } }),
    // @ts-expect-error an option of a service
    () => googleAnalytics({ dataLayr: "x" }),
    // @ts-expect-error a tool
    () => createConsent({ controller, migrate: { cookibot: {} } }),
    // @ts-expect-error a UI is a function
    () => createConsent({ controller, ui: true }),
    // @ts-expect-error a language's messages
    () => createConsent({ controller, locales: { nl: { "banner.titel": "x" } } }),
    // @ts-expect-error a category
    () => createConsent({ controller, gpc: ["markting"] }),
    // @ts-expect-error an address is a text
    () => createConsent({ controller, collector: { url: "/consent" } }),
  );
  expect(count).toBe(34);
});

it("adapters know the ids of the instance that they are given", () => {
  const consent = make();
  const count = wrong(
    () => useReactConsent(consent).permits("hotjar"),
    // @ts-expect-error React
    () => useReactConsent(consent).permits("hotjarr"),
    // @ts-expect-error Preact
    () => usePreactConsent(consent).permits("hotjarr"),
    // @ts-expect-error Vue
    () => useVueConsent(consent).permits("hotjarr"),
    // @ts-expect-error Svelte
    () => consented(consent, "hotjarr"),
    // @ts-expect-error Svelte
    () => consentStore(consent).subscribe(({ permits }) => permits("hotjarr")),
    // Where none is registered, any text is taken.
    () => useReactConsent().permits("anything"),
    () => Consented({ to: "anything" }),
  );
  expect(count).toBe(8);
});
