import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Service } from "../../src/core/config/service.ts";
import { expectations } from "./calls/all.ts";
import { declared } from "./calls/declared.ts";
import { NOW, type Expectation } from "./calls/expectation.ts";
import { services } from "./catalogue.ts";
import { fakePage, show, type FakePage } from "./fakePage.ts";

// What every service of the catalogue does on a page, against what its vendor documents. The page is
// a bare object: this runs under Node, where touching any other global would throw.

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function pageFor(expected: Expectation): FakePage {
  const page = fakePage(expected.vendor, expected.returns);
  if (expected.present) page.install(expected.vendor ?? []);
  return page;
}

test("every service either loads as documented or is declared only", () => {
  const known = [...Object.keys(expectations), ...Object.keys(declared)];
  expect(known.toSorted()).toEqual(services.map(({ id }) => id).toSorted());
});

for (const { id, make } of services) {
  const expected = expectations[id];

  test(`${id}: without options nothing loads, and nothing throws`, () => {
    const globals = Object.getOwnPropertyNames(globalThis);
    const page = fakePage();
    for (const options of [undefined, {}, { id: undefined }]) {
      const service = make(options);
      expect(service.load).toBeUndefined();
      service.grant?.(page.context);
      service.revoke?.(page.context);
    }
    expect(page.scripts).toEqual([]);
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(globals);
  });

  test(`${id}: hostile options load nothing and throw nothing`, () => {
    const trap = new Proxy(
      {},
      {
        get() {
          throw new Error("trap");
        },
        ownKeys() {
          throw new Error("trap");
        },
        getOwnPropertyDescriptor() {
          throw new Error("trap");
        },
      },
    );
    const evil = `x"></script><script>alert(1)</script>/../?a=b`;
    const keys = Object.keys(expected?.options ?? { id: 0 });
    const strings = Object.fromEntries(keys.map((key) => [key, evil]));
    const inherited = Object.create({ ...expected?.options }) as object;
    for (const options of [trap, null, 7, "G-ABC123", [], strings, inherited]) {
      expect(make(options).load).toBeUndefined();
    }
    for (const key of keys) {
      for (const value of [{}, Number.NaN, [], Symbol("id"), () => "id"]) {
        expect(() => make({ [key]: value })).not.toThrow();
      }
    }
  });

  test(`${id}: only a service with a call of its own, or a frame, stops without a reload`, () => {
    const { load, revoke, silencedBy } = make(expected?.options);
    expect(silencedBy != "revoke" || !load || !!revoke).toBe(true);
  });
}

for (const { id, make } of services.filter((service) => service.id in declared)) {
  test(`${id}: is declared only, whatever its options`, () => {
    expect(make({ id: "123456" }).load).toBeUndefined();
  });

  test(`${id}: the address in its markup lies on a host that it declares`, () => {
    const { frame, script, style } = declared[id]!;
    const url = frame ?? script ?? style;
    const { hosts = [] } = make();
    expect(!url || hosts.some((host) => covers(host, new URL(url).hostname))).toBe(true);
  });
}

const loading = services.flatMap(({ id, make }) => {
  const expected = expectations[id];
  return expected ? [{ id, make, expected }] : [];
});

for (const { id, make, expected } of loading) {
  test(`${id}: makes its documented calls in their order`, async () => {
    const page = pageFor(expected);
    const seen = watch(page);
    await make(expected.options).load?.(page.context);
    expect(page.scripts.map(({ url, attributes }) => [url, attributes])).toEqual(
      expected.scripts.map((script) => (typeof script == "string" ? [script, {}] : script)),
    );
    // What the vendor's script reads must stand before that script is asked for.
    const queued = (!expected.late && seen[0]) || show(page.window);
    expect(queued).toMatchObject(expected.window ?? {});
    expect(show(page.calls)).toEqual(show(expected.loaded ?? []));
  });

  test(`${id}: declares the hosts that it asks`, async () => {
    const page = pageFor(expected);
    const service = make(expected.options);
    await service.load?.(page.context);
    const strange = page.scripts.filter(({ url }) => {
      const { protocol, hostname } = new URL(url);
      return protocol != "https:" || !service.hosts?.some((host) => covers(host, hostname));
    });
    expect(strange).toEqual([]);
  });

  test(`${id}: starts once, however often and by whomever it is loaded`, async () => {
    const page = pageFor(expected);
    const service = make(expected.options);
    await service.load?.(page.context);
    const before = show([page.window, page.scripts]);
    await service.load?.(page.context);
    await make(expected.options).load?.(page.context);
    expect(show([page.window, page.scripts])).toEqual(before);
  });

  test(`${id}: tells its vendor of a withdrawal, and of a grant after it`, async () => {
    const page = pageFor(expected);
    const service = make(expected.options);
    await service.load?.(page.context);
    const told = (tell: Service["grant"]): unknown => {
      page.calls.length = 0;
      tell?.(page.context);
      return show(page.calls);
    };
    expect(told(service.revoke)).toEqual(show(expected.revoked ?? []));
    expect(show(page.window)).toMatchObject(expected.after ?? {});
    expect(told(service.grant)).toEqual(show(expected.granted ?? []));
    expect(show(page.window)).toMatchObject(expected.again ?? {});
  });
}

for (const { id, make, expected } of loading.filter((one) => one.expected.scripts.length)) {
  test(`${id}: can be loaded again after its script failed`, async () => {
    const page = pageFor(expected);
    const service = make(expected.options);
    page.failNext();
    await expect(service.load?.(page.context)).rejects.toThrow("blocked");
    const seen = watch(page);
    await service.load?.(page.context);
    expect(page.scripts.length).toBe(2);
    // Its queue is as the first time: a second `init` would be a second visit.
    const queued = (!expected.late && seen[0]) || show(page.window);
    expect(queued).toMatchObject(expected.window ?? {});
  });
}

/** Collects what the window holds each time a script is asked for. */
function watch(page: FakePage): unknown[] {
  const seen: unknown[] = [];
  const { script } = page.context;
  page.context.script = (url, attributes) => {
    seen.push(show(page.window));
    return script(url, attributes);
  };
  return seen;
}

function covers(pattern: string, host: string): boolean {
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host == pattern;
}
