import { createElement, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { readable, type Readable } from "svelte/store";
import { describe, expect, expectTypeOf, it } from "vitest";
import { h, type Ref } from "vue";
import type { Consent } from "../engine/consent.ts";
import { createConsent } from "../entries/index.ts";
import type { Service } from "../core/config/service.ts";
import type { State } from "../core/choice/state.ts";
import { NOTHING, readyState, viewOf } from "./consentView.ts";
import * as forPreact from "./preact.ts";
import * as forReact from "./react.ts";
import * as forSvelte from "./svelte.ts";
import * as forVue from "./vue.ts";

const econda: Service = {
  id: "econda",
  name: "econda",
  category: "performance",
  basis: "legitimate-interest",
  reason: "Counting visits without a profile.",
  storage: [],
};
const consent = createConsent({ controller: { name: "Acme BV" }, services: [econda] });

/** As much of an instance as adapters use, and a way to bring it news. */
function instance(state?: State): {
  consent: Consent;
  tell: (state: State) => void;
  heard: number;
} {
  const listeners = new Set<(state: State) => void>();
  const on = (_type: "change", listener: (state: State) => void): (() => void) => {
    listeners.add(listener);
    if (state) listener(state);
    return () => void listeners.delete(listener);
  };
  return {
    consent: { on, permits: () => false } as unknown as Consent,
    tell(now) {
      state = now;
      for (const listener of listeners) listener(now);
    },
    get heard() {
      return listeners.size;
    },
  };
}
const granted: State = { ...NOTHING, status: "decided", services: { youtube: true } };
const refused: State = { ...NOTHING, status: "decided", services: { youtube: false } };

describe("a view", () => {
  it("is frozen, and permits nothing but what is necessary before anything is known", () => {
    const view = viewOf(NOTHING, undefined);
    expect(Object.isFrozen(view) && Object.isFrozen(view.state)).toBe(true);
    expect(
      ["necessary", "youtube", "performance", "!youtube", "toString", ""].map(view.permits),
    ).toEqual([true, false, false, false, false, false]);
  });

  it("knows no state of an instance that has not read one, though one may be assumed", () => {
    expect(consent.state.services["econda"]).toBe(true);
    expect(readyState(consent)).toBeUndefined();
    const { consent: ready } = instance(granted);
    expect(readyState(ready)).toBe(granted);
    expect(readyState(undefined)).toBeUndefined();
  });

  it("leaves no listener behind", () => {
    const ready = instance(granted);
    readyState(ready.consent);
    expect(ready.heard).toBe(0);
  });
});

describe("the store for Svelte", () => {
  it("first tells what the server rendered, then follows the instance until nobody listens", async () => {
    const source = instance(granted);
    const told: boolean[] = [];
    const stop = forSvelte.consented(source.consent, "youtube").subscribe((is) => told.push(is));
    expect(told).toEqual([false]);
    await Promise.resolve();
    expect(told).toEqual([false, true]);
    source.tell(refused);
    expect(told).toEqual([false, true, false]);
    stop();
    expect(source.heard).toBe(0);
  });

  it("tells the truth at once when the page is past that", async () => {
    const store = forSvelte.consentStore(instance(granted).consent);
    store.subscribe(() => {});
    await Promise.resolve();
    const told: boolean[] = [];
    store.subscribe(({ permits }) => told.push(permits("youtube")));
    expect(told).toEqual([true]);
  });

  it("adds no listener for somebody who has gone at once, as on a server", async () => {
    const source = instance();
    forSvelte.consentStore(source.consent).subscribe(() => {})();
    await Promise.resolve();
    expect(source.heard).toBe(0);
  });
});

describe("a component without an instance", () => {
  it("shows what is not permitted, and does not throw", () => {
    const props = { to: "youtube", fallback: "no", children: () => "yes" };
    const tree = createElement(forReact.Consented, props);
    expect(renderToString(tree)).toBe("no");
  });
});

describe("the types", () => {
  it("let in what a framework's users write, and refuse what would be no question", () => {
    const use = (): unknown[] => [
      createElement(forReact.Consented, { to: "youtube", fallback: null, children: () => "film" }),
      createElement(forReact.ConsentSettings, { of: "youtube", className: "link" }, "Settings"),
      h(forVue.ConsentSettings, { of: "youtube" }, () => "Settings"),
      // @ts-expect-error What must be permitted is not said.
      createElement(forReact.Consented, { fallback: null }),
      // @ts-expect-error
      forPreact.Consented({ fallback: null }),
      // @ts-expect-error
      h(forVue.Consented, {}),
      // @ts-expect-error A provider without an instance.
      createElement(forReact.ConsentProvider, {}),
      // @ts-expect-error A list is one text, as in `data-consent`.
      forSvelte.consented(consent, ["youtube"]),
      // @ts-expect-error
      (forReact.useConsent().state.services = {}),
    ];
    expect(use).toBeTypeOf("function");
    expectTypeOf(forReact.useConsent).returns.toEqualTypeOf<forReact.ConsentView>();
    expectTypeOf(forReact.Consented).returns.toEqualTypeOf<ReactNode>();
    expectTypeOf<forVue.ConsentRefs["state"]>().toEqualTypeOf<Readonly<Ref<State>>>();
    expectTypeOf(forSvelte.consented(consent, "youtube")).toExtend<Readable<boolean>>();
    expectTypeOf(readable(true)).toExtend<forSvelte.ConsentStore<boolean>>();
  });
});
