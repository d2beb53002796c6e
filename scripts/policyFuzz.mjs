// Makes policies of random sites, configurations and cookies, and judges them by rules of its own.
// `node scripts/policyFuzz.mjs --runs 1000000 [--seed 1]` tries the built files and exits with 1 on any
// failure; a unit test runs a short version over the sources.
import { pathToFileURL } from "node:url";
import { randomFrom } from "./fuzz.mjs";
import { PAGE, lets, letsInline, matches, syntax } from "./policyOracle.mjs";

const NOW = Date.UTC(2026, 0, 1);
const MOST = 10;

const KINDS = {
  script: "script-src",
  connect: "connect-src",
  socket: "connect-src",
  frame: "frame-src",
  image: "img-src",
  style: "style-src",
  font: "font-src",
  media: "media-src",
  worker: "worker-src",
  form: "form-action",
};
const NAMES = ["stats.example", "ads.example", "acme.example", "evil.test", "vendor.test"];
const HOSTS = [
  ...NAMES.flatMap((name) => [name, `*.${name}`, `cdn.${name}`, `a.b.${name}`]),
  "stats.example:8443",
  "http://ads.example",
  "vendor.test/path/",
  "bücher.example",
  "127.0.0.1:81",
];
const BAD_HOSTS = [
  "*",
  "*.com",
  "",
  "'self'",
  "a b.test",
  "x.test; script-src *",
  "x.test,y",
  "https:",
  "data:",
  7,
  null,
];
const SOURCES = [
  ..."'self' 'none' * https: http: wss: data: blob: 'unsafe-inline' 'unsafe-eval' 'report-sample'".split(
    " ",
  ),
  ..."'nonce-abc123' 'strict-dynamic' 'unsafe-hashes' 'wasm-unsafe-eval'".split(" "),
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  ...NAMES.flatMap((name) => [
    `https://${name}`,
    `https://*.${name}`,
    name,
    `*.${name}:*`,
    `wss://cdn.${name}`,
  ]),
  "https://vendor.test/path/",
  "http://cdn.stats.example:8080",
];
const DIRECTIVES = [
  ..."default-src script-src style-src img-src connect-src frame-src font-src media-src".split(" "),
  ..."worker-src child-src object-src base-uri form-action script-src-elem style-src-attr".split(
    " ",
  ),
  ..."frame-ancestors manifest-src upgrade-insecure-requests report-uri trusted-types sandbox".split(
    " ",
  ),
];
const NOISE = [
  ";",
  ",",
  " ",
  "\t",
  "\n",
  "\u0000",
  "é",
  "💥",
  '"',
  "'",
  "\\",
  "script-src",
  "*",
  "'none'",
  "data:",
];
const URLS = [
  ...NAMES.flatMap((name) =>
    ["", "cdn.", "a.b.", "www."].flatMap((sub) => [
      `https://${sub}${name}/path/x`,
      `http://${sub}${name}/`,
      `wss://${sub}${name}/`,
    ]),
  ),
  "https://stats.example:8443/",
  "http://cdn.stats.example:8080/",
  "https://xn--bcher-kva.example/",
  "data:x",
  "blob:x",
];

/** Whether a host of the service, of whichever kind, is that of the address. */
function answers(service, url) {
  const lists = service.hostsFor ? Object.values(service.hostsFor) : [service.hosts ?? []];
  return lists.flat().some((host) => {
    if (typeof host != "string" || BAD_HOSTS.includes(host)) return false;
    return matches(host.replace(/^(\w+:\/\/)?/, `${new URL(url).protocol}//`), url);
  });
}

/** Tries random policies; gives what went wrong. */
export function fuzzPolicies(
  { policy, readConsent, toCookie, parseGate, decide, resume },
  { runs, seed },
) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (most, make) => Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const failures = [];
  let failed = 0;
  let open = 0;
  const fail = (text) => {
    failed += 1;
    if (failures.length < MOST) failures.push(text);
  };

  const host = () => (random() < 0.95 ? pick(HOSTS) : pick(BAD_HOSTS));
  const service = (id) => ({
    id,
    category: pick(["performance", "marketing", "necessary"]),
    reason: pick(["", "It has to."]),
    ...(random() < 0.7 ? { hosts: some(3, host) } : {}),
    ...(random() < 0.4
      ? { hostsFor: Object.fromEntries(some(3, () => [pick(Object.keys(KINDS)), some(2, host)])) }
      : {}),
  });
  const site = () => {
    const tidy = some(6, () => [pick(DIRECTIVES), ...valuesOf()].join(" ")).join("; ");
    return random() < 0.7 ? { text: tidy, tidy: true } : { text: mangle(tidy), tidy: false };
  };
  const valuesOf = () => {
    const values = some(4, () => pick(SOURCES));
    return values.includes("'none'") ? ["'none'"] : [...new Set(values)];
  };
  const mangle = (text) => {
    let out = text;
    for (let index = 0; index < 3; index += 1) {
      const at = Math.floor(random() * (out.length + 1));
      out = out.slice(0, at) + pick(NOISE) + out.slice(at);
    }
    return out;
  };

  for (let run = 0; run < runs; run += 1) {
    const options = {
      controller: { name: "Acme BV" },
      services: some(4, () => service(pick(["stats", "ads", "chat", "map", "hotjar"]))),
    };
    const { text, tidy } = site();
    const base = {
      ...(random() < 0.8 ? { policy: text } : {}),
      ...(random() < 0.2 ? { allow: { [pick(Object.keys(KINDS))]: some(2, host) } } : {}),
      ...(random() < 0.2 ? { nonce: pick(["abc123", "", "x y", "'; script-src *", 7]) } : {}),
      ...(random() < 0.2 ? { inline: pick(["none", "style", "all", 3]) } : {}),
      ...(random() < 0.1 ? { trustedTypes: pick([true, ["dompurify"], ["a b", 1]]) } : {}),
      ...(random() < 0.1
        ? { report: { to: pick(["main", "a b", 3]), uri: pick(["/report", "x;y", 5]) } }
        : {}),
      ...(random() < 0.2
        ? { links: some(2, () => pick(["https://shop.example/*", '"', "é", 4])) }
        : {}),
      ...(random() < 0.1 ? { reportOnly: true } : {}),
    };
    try {
      const config = parseGate(options, () => {});
      const choices = Object.fromEntries(
        [...config.categories, ...config.services.map(({ id }) => id)].map((id) => [
          id,
          random() < 0.5,
        ]),
      );
      const whole = toCookie(
        decide(
          resume([], config, NOW),
          { kind: "save", choices, source: "api", trusted: false },
          config,
          { now: NOW, newId: "subject-0001" },
        ).state,
        config,
      );
      const cookie =
        random() < 0.8
          ? `consentry=${whole}`
          : `consentry=${mangle(whole)}; consentry=${whole}`.slice(0, Math.floor(random() * 300));
      const { state } = readConsent(cookie, options, NOW);
      const made = policy(state, options, base);
      const header = made.text;
      const say = (what) =>
        `${what}\n  options ${JSON.stringify(options)}\n  base ${JSON.stringify(base)}\n  cookie ${cookie}\n  made ${header}`;

      for (const [name, value] of Object.entries(made.headers)) {
        if (!/^[ -~]+$/.test(value) || !/^[a-z-]+$/.test(name)) fail(say(`${name} cannot be sent`));
      }
      if (tidy || !base.policy) {
        const theirs = new Set(syntax(base.policy ?? ""));
        const wrong = syntax(header).filter((one) => !theirs.has(one));
        if (wrong.length) fail(say(`syntax: ${wrong.join("; ")}`));
      }
      if (base.policy) {
        if (letsInline(header) && !letsInline(base.policy))
          fail(say("inline code runs that the site does not let run"));
      }
      for (let probe = 0; probe < 4; probe += 1) {
        const url = pick(URLS);
        const kind = pick(Object.values(KINDS));
        if (!lets(header, kind, url)) continue;
        open += 1;
        if (base.policy && !lets(base.policy, kind, url))
          fail(say(`${kind} ${url} is wider than the site's own policy`));
        // What only a withheld service answers for is shut, whatever the site's own policy says.
        if (base.allow || url.startsWith(`${PAGE}/`)) continue;
        const owners = config.services.filter((one) => answers(one, url)).map(({ id }) => id);
        if (owners.length && !owners.some((id) => state.services[id])) {
          fail(say(`${kind} ${url} is open without consent`));
        }
      }
    } catch (error) {
      fail(
        `threw ${error?.stack}\n  options ${JSON.stringify(options)}\n  base ${JSON.stringify(base)}`,
      );
    }
  }
  return { runs, failed, failures, open };
}

if (import.meta.url == pathToFileURL(process.argv[1] ?? "").href) {
  const option = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : Number(process.argv[at + 1]);
  };
  const dist = (path) => import(new URL(`../dist/esm/${path}`, import.meta.url));
  const doors = Object.assign(
    {},
    ...(await Promise.all(
      [
        "entries/policy.js",
        "entries/server.js",
        "core/config/parseGate.js",
        "core/choice/decide.js",
        "core/choice/resume.js",
        "core/choice/toCookie.js",
      ].map(dist),
    )),
  );
  const result = fuzzPolicies(doors, { runs: option("runs", 1_000_000), seed: option("seed", 1) });
  for (const failure of result.failures) console.error(failure);
  console.log(
    `${result.runs} policies, ${result.open} open doors judged, ${result.failed} failures`,
  );
  process.exitCode = result.failed || !result.open ? 1 : 0;
}
