import { afterEach, beforeEach, expect, test } from "vitest";
import { createConsent } from "../entries/index.ts";
import { mountUi } from "../entries/ui.ts";
import { expireCookie } from "../lib/expireCookie.ts";
import { LeakError } from "./LeakError.ts";
import { setConsent } from "./setConsent.ts";
import type { Watch } from "./watch.ts";
import { watchWindow } from "./watchWindow.ts";

/** Another host than the test's own; nobody listens there. */
const ELSEWHERE = "http://127.0.0.1:9";
const site = {
  controller: { name: "Acme BV" },
  services: [
    {
      id: "stats",
      name: "Stats",
      category: "performance",
      hosts: ["127.0.0.1"],
      storage: [
        { name: "_st*", medium: "cookie" as const, purpose: "analytics", lifetime: "1 year" },
      ],
    },
  ],
};

const undo: (() => void)[] = [];
/** Files share their origin: what another left is no visitor's choice here. */
const clean = (): void => {
  for (const step of undo.splice(0)) step();
  const { hostname, pathname } = location;
  for (const name of ["consentry", "__Host-consentry", "_st1", "other"]) {
    for (const secure of [false, true]) {
      expireCookie(name, { document, hostname, pathname, secure });
    }
  }
  localStorage.clear();
  sessionStorage.clear();
  indexedDB.deleteDatabase("consentry");
};
beforeEach(clean);
afterEach(clean);
const watched = async (options: Parameters<typeof watchWindow>[0] = {}): Promise<Watch> => {
  const watch = await watchWindow({ site, quiet: 200, ...options });
  undo.push(watch.stop);
  return watch;
};
const add = (name: "script" | "img", attributes: Record<string, string>): void => {
  const element = document.createElement(name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]!);
  document.body.append(element);
  undo.push(() => element.remove());
};

test("is content with a page that waits, and presses the banner's button", async () => {
  const watch = await watched();
  const consent = createConsent({ ...site, ui: mountUi });
  undo.push(() => consent.destroy());
  consent.start();
  await expect.poll(() => document.querySelector("[data-consentry-view=banner]")).not.toBeNull();
  await watch.expectNothingBefore("accept-all");
  await expect.poll(() => consent.permits("stats")).toBe(true);
  expect((await watch.snapshot()).cookies.map(({ name }) => name)).toContain("consentry");
  await watch.expectOnly();
  await expect(watch.expectNothingBefore()).rejects.toThrow("A choice is stored already");
});

test("names what was requested and stored before the decision, and what lay there before not", async () => {
  document.cookie = "other=1";
  const watch = await watched();
  await fetch(`${ELSEWHERE}/collect?id=1`, { mode: "no-cors" }).catch(() => {});
  add("script", { src: `${ELSEWHERE}/tag.js` });
  document.cookie = "_st1=1";
  localStorage.setItem("visits", "1");
  const error: unknown = await watch.expectNothingBefore().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(LeakError);
  const { message, leaks } = error as LeakError;
  expect(message).toMatch(/^Before any decision the page did what needs consent:\n/);
  expect(message).toContain(`\n  requested ${ELSEWHERE}/tag.js (`);
  expect(message).toContain("\n  stored cookie _st1 (localhost, stats)\n");
  expect(message).toContain("\n  stored localStorage visits (declared by no service)\n");
  expect(leaks.map(({ name }) => name)).not.toContain("other");
  expect(watch.requests().every(({ services }) => services[0] == "stats")).toBe(true);

  await expect(watch.expectOnly("performance")).rejects.toThrow(
    /only performance may run:\n.*visits/,
  );
  localStorage.removeItem("visits");
  await watch.expectOnly("performance");
  await expect(watch.expectOnly()).rejects.toThrow(/nothing may run:\n.*127\.0\.0\.1/);
  watch.clear();
  expect(watch.requests()).toEqual([]);
});

test("takes no gated markup for a request, and forgives what is allowed", async () => {
  const watch = await watched();
  add("script", { type: "text/plain", src: `${ELSEWHERE}/a.js`, "data-consent": "stats" });
  add("img", { "data-src": `${ELSEWHERE}/b.gif`, "data-consent": "stats" });
  await watch.expectNothingBefore();
  const kind = await watched({ site: { ...site, services: [] }, own: ["127.*"] });
  add("script", { src: `${ELSEWHERE}/c.js` });
  await kind.expectNothingBefore();
  await expect(watch.expectNothingBefore()).rejects.toThrow("/c.js");
});

test("a choice that is set is followed by the instance that runs, and believed by the next", async () => {
  const start = (): ReturnType<typeof createConsent> => {
    const consent = createConsent(site);
    undo.push(() => consent.destroy());
    consent.start();
    return consent;
  };
  const consent = start();
  await setConsent(document, { site, yes: ["performance"] });
  expect(consent.state.categories).toMatchObject({ performance: true, marketing: false });
  expect(start().permits("stats")).toBe(true);
  await setConsent(document, { site, yes: "all", no: ["stats"] });
  await expect.poll(() => consent.permits("stats")).toBe(false);
  expect(consent.permits("marketing")).toBe(true);
});
