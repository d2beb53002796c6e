// Throws noise at the two doors of the engine that strangers reach: the cookie and the configuration.
// `node scripts/fuzz.mjs --cookies 1000000 --configs 100000 [--seed 1]` tries the built files and exits
// with 1 on any failure; a unit test runs a short version over the sources.
import { pathToFileURL } from "node:url";

const NOW = Date.UTC(2026, 0, 1);
/** One input may take this long, in milliseconds. */
const SLOW = 50;
/** A busy machine stalls anything once: what is slow of itself is slow each time it is tried again. */
const AGAIN = 4;
/** More failures than this say nothing new. */
const MOST = 10;

/** Mulberry32: small, and the same everywhere, so that a seed names a run. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SITE = {
  controller: { name: "Acme BV" },
  services: [
    { id: "shop", category: "necessary", reason: "Keeps the basket." },
    { id: "stats", category: "performance" },
    { id: "ads", category: "marketing" },
  ],
};
const OPTIONAL = ["performance", "marketing", "stats", "ads"];
const PIECES = "v=1 &id= &t= &r=1 &yes= &no= &f= + . % = & performance".split(" ");
const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "",
  "a",
  "performance",
  "\u0000",
  "😀",
  "\ud800",
];

/**
 * Reads random cookies. Whatever the text, nothing is thrown, and what is permitted is what a whole
 * cookie of this very site says.
 */
export function fuzzCookies({ parseGate, resume, decide, toCookie, permits }, { runs, seed }) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const config = parseGate(SITE, () => {});
  const start = resume([], config, NOW);
  const facts = { now: NOW, newId: "subject-0001" };
  const wholes = Array.from({ length: 16 }, (_, bits) => {
    const choices = Object.fromEntries(OPTIONAL.map((id, bit) => [id, Boolean((bits >> bit) & 1)]));
    const intent = { kind: "save", choices, source: "api", trusted: false };
    return toCookie(decide(start, intent, config, facts).state, config);
  });
  const noise = () => {
    let text = "";
    for (let left = Math.floor(random() * 30); left > 0; left--) {
      text +=
        random() < 0.5
          ? pick(PIECES)
          : String.fromCharCode(random() * (random() < 0.8 ? 128 : 65536));
    }
    return text;
  };
  const bent = () => {
    const whole = pick(wholes);
    const at = Math.floor(random() * whole.length);
    const cut = Math.floor(random() * 8);
    return whole.slice(0, at) + (random() < 0.5 ? noise() : pick(PIECES)) + whole.slice(at + cut);
  };
  const makers = [noise, bent, bent, () => pick(wholes), () => noise().repeat(200)];

  return trial(runs, (fail, timed) => {
    const text = pick(makers)();
    const texts = random() < 0.05 ? [text, text] : [text];
    const permitted = timed(
      () => {
        const state = resume(texts, config, NOW);
        return OPTIONAL.filter((id) => permits(state, id));
      },
      () => text,
    );
    const query = new URLSearchParams(text);
    const yes = (query.get("yes") ?? "").split(" ");
    const prints = query.get("f") ?? "";
    if (permitted.length && texts.length > 1) fail("permitted by two cookies", texts);
    for (const id of permitted) {
      const category = config.services.find((service) => service.id == id)?.category ?? id;
      if (!yes.includes(id) && !yes.includes(category)) fail(`${id} was not chosen`, text);
      if (!prints.includes(`${category}.`)) fail(`${id} without a fingerprint`, text);
    }
    if (permitted.length && !/^v=1&id=[\w-]{8,64}&t=\d+&r=1&/.test(text)) fail("not whole", text);
  });
}

/** Values that a configuration may hold anywhere. */
function valueMaker(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const trap = () => {
    throw new Error("trap");
  };
  const leaves = [
    () => undefined,
    () => null,
    () => random() < 0.5,
    () => (random() - 0.5) * 1000,
    () => pick([NaN, Infinity, -0, 2 ** 53]),
    () => pick(NAMES),
    () => "x".repeat(random() * 1000),
    () => "javascript:alert(1)",
    () => Symbol("s"),
    () => 10n,
    () => trap,
    () => new Date(NaN),
    () => new Map([["a", 1]]),
    () => new Proxy({}, { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap }),
    () => new Proxy([], { get: trap, has: trap, ownKeys: trap }),
    () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      return proxy;
    },
    () => ({ toString: trap, valueOf: trap }),
    () => Object.create(null),
    () => Object.defineProperty([1], 0, { get: trap, enumerable: true }),
  ];
  const make = (depth, around) => {
    const dice = random();
    if (depth <= 0 || dice < 0.5) return pick(leaves)();
    if (dice < 0.55 && around.length) return pick(around); // A cycle.
    const made = dice < 0.75 ? [] : random() < 0.2 ? Object.create(null) : {};
    const inside = [...around, made];
    for (let left = Math.floor(random() * 4); left > 0; left--) {
      const value = make(depth - 1, inside);
      if (Array.isArray(made)) made.push(value);
      else if (random() < 0.1) {
        Object.defineProperty(made, pick(NAMES), {
          get: trap,
          enumerable: true,
          configurable: true,
        });
      } else {
        Object.defineProperty(made, pick(NAMES), {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
    }
    return made;
  };
  return () => make(3, []);
}

const KEYS =
  "controller policyUrl categories services revision days domain hostOnly language texts layout reopenButton reload nonce signals collector ui locales __proto__".split(
    " ",
  );
const FIELDS =
  "id name category basis reason purpose provider transfer privacyUrl hosts storage signals load grant revoke findings __proto__".split(
    " ",
  );

/**
 * Parses random configurations. Nothing is thrown, no prototype changes, nothing but what is
 * necessary or a declared legitimate interest is permitted, and none takes longer than 50 ms.
 */
export function fuzzConfigs({ parseConfig, resume }, { runs, seed }) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const value = valueMaker(random);
  const put = (target, key, one) =>
    Object.defineProperty(target, key, { value: one, enumerable: true, configurable: true });
  const service = () => {
    const made = {};
    if (random() < 0.8) put(made, "id", pick(["stats", "ads", "shop", "maps"]));
    if (random() < 0.8) put(made, "category", pick(["necessary", "performance", "functional"]));
    for (const field of FIELDS) {
      if (random() < 0.2 && !Object.hasOwn(made, field)) put(made, field, value());
    }
    return made;
  };
  const options = () => {
    if (random() < 0.05) return value();
    const made = {};
    if (random() < 0.8) put(made, "controller", { name: "Acme BV" });
    if (random() < 0.6) put(made, "services", Array.from({ length: random() * 4 }, service));
    for (const key of KEYS) {
      if (random() < 0.2 && !Object.hasOwn(made, key)) put(made, key, value());
    }
    if (random() < 0.001) for (let i = 0; i < 10_000; i++) made[`key${i}`] = made;
    return made;
  };
  const roots = [Object.prototype, Array.prototype, Function.prototype];
  const shape = () => roots.map((root) => Reflect.ownKeys(root).length).join();
  const before = shape();

  return trial(runs, (fail, timed) => {
    const given = options();
    const { config, state } = timed(
      () => {
        const { config } = parseConfig(given);
        return { config, state: resume([], config, NOW) };
      },
      () => Object.keys(given ?? {}),
    );
    if (shape() != before) fail("a prototype changed", shape());
    const reasons = new Set(
      config.services.filter((one) => one.basis != "consent").map(({ id }) => id),
    );
    for (const id of Object.keys(state.services)) {
      if (state.services[id] && !reasons.has(id)) fail(`${id} is permitted`, id);
    }
    for (const id of Object.keys(state.categories)) {
      if (state.categories[id] && id != "necessary") fail(`${id} is permitted`, id);
    }
  });
}

/** Tries often; an error that escapes is a failure too, and so is an input that takes too long. */
function trial(runs, once) {
  const failures = [];
  let failed = 0;
  let worst = 0;
  const fail = (what, detail) => {
    failed++;
    if (failures.length < MOST) failures.push(`${what}: ${JSON.stringify(detail)}`);
  };
  const timed = (read, name) => {
    let took = Infinity;
    let result;
    for (let left = AGAIN; left >= 0 && took > SLOW; left--) {
      const start = performance.now();
      result = read();
      took = Math.min(took, performance.now() - start);
    }
    worst = Math.max(worst, took);
    if (took > SLOW) fail(`took ${Math.round(took)} ms`, name());
    return result;
  };
  for (let run = 0; run < runs; run++) {
    try {
      once(fail, timed);
    } catch (error) {
      fail(
        "thrown",
        String(error?.stack ?? error)
          .split("\n")
          .slice(0, 2)
          .join(" "),
      );
    }
  }
  return { runs, failed, failures, worst };
}

const BUILT =
  "config/parseGate config/parseFace config/parseKeep problems/findProblems choice/resume choice/decide choice/toCookie choice/permits".split(
    " ",
  );

async function main() {
  const option = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : Number(process.argv[at + 1]);
  };
  const core = {};
  for (const name of BUILT) {
    Object.assign(core, await import(new URL(`../dist/esm/core/${name}.js`, import.meta.url)));
  }
  const quiet = () => {};
  const parseConfig = (input) => ({
    config: {
      ...core.parseFace(input, core.parseGate(input, quiet), quiet),
      ...core.parseKeep(input, quiet),
    },
    findings: core.findProblems(input),
  });
  const seed = option("seed", Date.now() % 2 ** 31);
  console.log(`seed ${seed}`);
  const results = {
    cookies: fuzzCookies(core, { runs: option("cookies", 1_000_000), seed }),
    configs: fuzzConfigs({ ...core, parseConfig }, { runs: option("configs", 100_000), seed }),
  };
  for (const [what, { runs, failed, failures, worst }] of Object.entries(results)) {
    console.log(`${runs} ${what}, ${failed} failures, slowest ${worst.toFixed(2)} ms`);
    for (const failure of failures) console.error(`  ${failure}`);
    if (failed) process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
