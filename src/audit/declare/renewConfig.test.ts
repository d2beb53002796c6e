import { expect, it } from "vitest";
import type { Service } from "../../core/config/service.ts";
import type { StoredReport } from "../report/auditReport.ts";
import { createRecogniser } from "../vendors/recogniser.ts";
import { compareDeclared } from "./compareDeclared.ts";
import { renewConfig } from "./renewConfig.ts";

const seen = (name: string, more: Partial<StoredReport> = {}): StoredReport => ({
  medium: "cookie",
  name,
  host: "www.shop.test",
  by: "script",
  httpOnly: false,
  seconds: null,
  ...more,
});
const service = (id: string, name: string, hosts: string[] = []): Service => ({
  id,
  name: id,
  category: "performance",
  purpose: "analytics",
  hosts,
  storage: [{ name, medium: "cookie", purpose: "visitor", lifetime: "1 year" }],
});
const CATALOGUE = [
  service("first", "_one_*", ["*.one.test"]),
  service("second", "_twin", ["two.test"]),
  service("third", "_twin", ["three.test"]),
];

/** What becomes of a configuration with the service `own` on a page that stored these. */
function renew(stored: StoredReport[], services: unknown, asked: string[] = []) {
  const cookies = [
    { name: "sess", platform: "Server", category: "Functional", lifetime: "session" },
    { name: "track", platform: "Tracker", category: "Marketing", lifetime: "2 years" },
    { name: "shared", platform: "A", category: "Marketing", lifetime: "2 years" },
    { name: "shared", platform: "B", category: "Marketing", lifetime: "2 years" },
  ];
  const own = { ...service("own", "kept", ["own.test"]), purpose: "payment" };
  const facts = {
    services: [own],
    catalogue: CATALOGUE,
    recogniser: createRecogniser(CATALOGUE, [own]),
    cookies,
    asked: new Set(asked),
  };
  const compared = compareDeclared(stored, "www.shop.test", facts);
  const isKnown = (id: string): boolean => CATALOGUE.some((one) => one.id == id);
  return { ...renewConfig({ services }, compared, isKnown), compared };
}

it("changes nothing where all is declared, and leaves the library's own out", () => {
  const { config, done, byHand } = renew(
    [
      seen("kept", { seconds: 31_000_000 }),
      seen("consentry"),
      seen("consentry", { medium: "indexedDB", host: "" }),
      seen("consentry/log", { medium: "localStorage", host: "" }),
      seen("consentry-told", { medium: "cache", host: "" }),
    ],
    {},
  );
  expect({ config, done, byHand }).toEqual({ config: { services: {} }, done: [], byHand: [] });
});

it("puts a name under the service whose host set it, in a map and in a list", () => {
  const stored = [seen("x", { by: "Set-Cookie of own.test", seconds: 3590 })];
  const item = { name: "x", medium: "cookie", purpose: "payment", lifetime: "1 hour" };
  expect(renew(stored, { own: { category: "performance" } }).config["services"]).toEqual({
    own: { category: "performance", storage: [item] },
  });
  expect(renew(stored, [{ id: "own", storage: [] }]).config["services"]).toEqual([
    { id: "own", storage: [item] },
  ]);
});

it("names a service of the catalogue, which has its own table, and asks a person where two fit", () => {
  expect(renew([seen("_one_1")], {}).config["services"]).toEqual({ first: {} });
  const open = renew([seen("_twin")], {});
  expect(open.config["services"]).toEqual({});
  expect(open.byHand).toHaveLength(1);
  expect(renew([seen("_twin")], {}, ["third"]).config["services"]).toEqual({ third: {} });
  // A list takes whole services.
  const list = renew([seen("_one_1")], []);
  expect(list.config["services"]).toEqual([]);
  expect(list.byHand[0]).toContain("Add that service to the list");
});

it("makes a service of what the database knows to need consent, and nothing necessary by itself", () => {
  expect(renew([seen("track")], {}).config["services"]).toEqual({
    tracker: {
      name: "Tracker",
      category: "marketing",
      storage: [{ name: "track", medium: "cookie", purpose: "advertising", lifetime: "session" }],
    },
  });
  for (const [name, hint] of [
    ["sess", "perhaps Server (functional)"],
    ["shared", "perhaps A (marketing), B (marketing)"],
    ["nobody", "no one knows it"],
  ] as const) {
    const { done, byHand } = renew([seen(name)], {});
    expect(done).toEqual([]);
    expect(byHand[0]).toContain(`cookie ${name} of www.shop.test, set by script: ${hint}.`);
  }
});

it("corrects a lifetime of the site's own, and leaves the catalogue's facts", () => {
  const stored = [seen("kept", { seconds: 34_560_000 - 2 })];
  const entry = { storage: [{ name: "kept", medium: "cookie", lifetime: "1 year" }] };
  const { config, done } = renew(stored, { own: entry });
  expect(config["services"]).toEqual({ own: entry });
  expect(done).toEqual([]); // 35 days more than a year: within a tenth.
  const longer = [seen("kept", { seconds: 2 * 31_536_000 })];
  const corrected = renew(longer, { own: entry });
  expect(corrected.done).toEqual(["cookie kept: 2 years for 1 year."]);
  expect(corrected.config["services"]).toMatchObject({
    own: { storage: [{ lifetime: "2 years" }] },
  });
  expect(entry.storage[0]!.lifetime).toBe("1 year");
  expect(renew(longer, { own: {} }).byHand[0]).toContain("shorten it");
});

it("says what is declared and was not seen", () => {
  expect(renew([], {}).compared.unseen).toEqual([
    { service: "own", names: ["cookie kept"], of: 1 },
  ]);
});
