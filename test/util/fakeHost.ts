import { afterPaint } from "../../src/engine/afterPaint.ts";
import type { Config } from "../../src/core/config/config.ts";
import type { UiHost, VisitorRecord } from "../../src/core/config/parts.ts";
import type { Service } from "../../src/core/config/service.ts";
import { listenNatively } from "../../src/lib/listenNatively.ts";
import { keepNatives } from "../../src/lib/keepNatives.ts";
import type { Intent, State } from "../../src/core/choice/state.ts";

/** Two services that ask for consent, one necessary, one under legitimate interest. */
export const SERVICES: readonly Service[] = [
  {
    id: "shop",
    name: "Shop session",
    category: "necessary",
    basis: "necessary",
    reason: "Keeps the basket together.",
    purpose: "session",
    provider: { name: "Acme BV", country: "NL" },
    storage: [{ name: "sid", medium: "cookie", purpose: "session", lifetime: "session" }],
  },
  {
    id: "google-analytics",
    name: "Google Analytics",
    category: "performance",
    basis: "consent",
    purpose: "analytics",
    provider: { name: "Google Ireland Limited", country: "IE" },
    transfer: ["US"],
    privacyUrl: "https://policies.google.com/privacy",
    storage: [
      { name: "_ga", medium: "cookie", purpose: "visitor", lifetime: "13 months" },
      { name: "_ga_*", medium: "cookie", purpose: "state", lifetime: "1 year" },
    ],
  },
  {
    id: "maps",
    name: "City Maps",
    category: "performance",
    basis: "legitimate-interest",
    reason: "Shows the way to our shop.",
    purpose: "map",
    provider: { name: "Maps Inc.", country: "US" },
    storage: [],
  },
  {
    id: "youtube",
    name: "YouTube",
    category: "marketing",
    basis: "consent",
    purpose: "video",
    provider: { name: "Google Ireland Limited", country: "IE" },
    storage: [
      { name: "yt-player", medium: "localStorage", purpose: "preferences", lifetime: "persistent" },
    ],
  },
];

const CONFIG: Config = {
  _usable: true,
  name: "Acme BV",
  controller: { name: "Acme BV" },
  policyUrl: "/privacy",
  categories: ["necessary", "performance", "marketing"],
  _categoriesFixed: false,
  services: SERVICES,
  _catalogue: {},
  revision: 1,
  days: 180,
  _hostOnly: false,
  language: "",
  texts: {},
  layout: "box",
  reopenButton: false,
  nonce: "",
  signals: [],
};

export const RECORD: VisitorRecord = {
  id: "c2VhbGVkLXJlY29yZC0x",
  subject: "dGVzdC1zdWJqZWN0LTE",
  event: "given",
  at: "2026-05-03T10:20:30.000Z",
  expires: "2026-10-30T10:20:30.000Z",
  categories: { necessary: true, performance: true, marketing: false },
  services: { shop: true, "google-analytics": true, maps: true, youtube: false },
  notice: "a".repeat(64),
  hash: "0".repeat(64),
};

/** What a test may set. */
export interface FakeOptions {
  config?: Partial<Config>;
  state?: Partial<State>;
  messages?: Record<string, string>;
  language?: string;
  gpc?: boolean;
  leftover?: string[];
  records?: VisitorRecord[];
}

/** A host that decides like the real one in short, and remembers what it was asked. */
export interface FakeHost extends UiHost {
  /** Each intent, with the state that the visitor had seen. */
  readonly asked: { intent: Intent; seen: State; notice?: string }[];
  /** What was to be opened in the preference centre. */
  readonly opened: string[];
  readonly reported: string[];
  /** How often the UI was reached for. */
  reached: number;
  /** How often the records were read. */
  reads: number;
  /** Changes the state, as another tab does. The UI must be told by `update()`. */
  set(state: Partial<State>): void;
  /** Called after each decision, where the real host tells the UI. */
  onDecide: () => void;
}

/** Makes a host for the UI that needs no client. */
export function fakeHost(options: FakeOptions = {}): FakeHost {
  const config: Config = { ...CONFIG, ...options.config };
  const base = (on: boolean): Pick<State, "categories" | "services"> => ({
    categories: Object.fromEntries(config.categories.map((id) => [id, on || id == "necessary"])),
    services: Object.fromEntries(
      config.services.map(({ id, basis }) => [id, on || basis == "necessary"]),
    ),
  });
  const untouched = base(false);
  let state: State = {
    status: "undecided",
    subjectId: null,
    decidedAt: null,
    expiresAt: null,
    revision: config.revision,
    categories: untouched.categories,
    services: {
      ...untouched.services,
      ...Object.fromEntries(
        config.services
          .filter(({ basis }) => basis == "legitimate-interest")
          .map(({ id }) => [id, true]),
      ),
    },
    source: null,
    pending: config.categories.slice(1),
    refused: [],
    lapse: null,
    ...options.state,
  };

  const host: FakeHost = {
    document,
    config,
    get state() {
      return state;
    },
    messages: options.messages ?? {},
    language: options.language ?? "en",
    gpc: options.gpc ?? false,
    get leftover() {
      return options.leftover ?? [];
    },
    asked: [],
    opened: [],
    reported: [],
    reached: 0,
    reads: 0,
    onDecide: () => {},
    set(change) {
      state = { ...state, ...change };
    },
    listen: listenNatively(keepNatives()),
    open: (part) => void host.opened.push(part),
    decide(intent, seen, _event, notice) {
      host.asked.push({ intent, seen, ...(notice != null && { notice }) });
      const answers =
        intent.kind == "save"
          ? {
              categories: pick(state.categories, intent.choices),
              services: pick(state.services, intent.choices),
            }
          : base(intent.kind == "accept-all");
      host.set({
        ...answers,
        status: "decided",
        subjectId: "test-subject",
        decidedAt: Date.UTC(2026, 4, 3),
        expiresAt: Date.UTC(2026, 9, 30),
        source: intent.source,
        pending: [],
      });
      host.onDecide();
      return Promise.resolve();
    },
    reach: () => void host.reached++,
    painted: () => afterPaint(window, document),
    report: (code, at) => void host.reported.push(`${code} ${at}`),
    records: () => {
      host.reads++;
      return Promise.resolve(options.records ?? []);
    },
    verify: () => Promise.resolve({ ok: true, length: 1, firstBad: null, reason: null }),
    exportRecords: () => Promise.resolve('{"type":"record"}\n'),
  };
  return host;
}

/** The answers with those that were chosen put over them. */
function pick(
  answers: Readonly<Record<string, boolean>>,
  choices: Readonly<Record<string, boolean>>,
): Record<string, boolean> {
  return Object.fromEntries(
    Object.keys(answers).map((id) => [id, choices[id] ?? answers[id] ?? false]),
  );
}
