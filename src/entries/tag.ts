/** The script tag: `window.Consentry`. Fetches the rest of itself from its own folder when needed. */
import { createInstance } from "../engine/createInstance.ts";
import type { Consent } from "../engine/consent.ts";
import { version } from "../engine/library.ts";
import type { Diagnostics, Parts } from "../engine/engine.ts";
import { own } from "../lib/own.ts";
import { safeDocument } from "../lib/safeDocument.ts";

/** Tags of the language files beside the script, in one text without what is not needed; replaced by the build. */
declare const __LOCALES__: string;

/** Milliseconds after `load` in which a page may still start. */
const PATIENCE_MS = 4000;

type Queued = (consent: Consent) => void;

/** What a page sees as `Consentry`. */
interface Tag {
  readonly version: string;
  /** The running instance, or null. */
  readonly current: Consent | null;
  start(options: unknown): Consent;
  /** Calls back with the running instance, now or when it starts. Works before the script has come. */
  push(...calls: Queued[]): void;
}

/** True where a visitor is asked: what is needed together then comes together. */
let asks = false;

/**
 * Fetches one of the files beside this script. In a classic script `import()` resolves against the
 * script's own address (HTML, "active script"), so neither `document.currentScript` nor the page's
 * base is trusted with it, and the script's nonce goes along.
 */
const load = (name: string, folder = "consentry."): Promise<never> => {
  const file = asks && (name == "host" ? "banner" : name == "decisions" && "decisions-proof");
  return import(`./${folder}${file || name}.js`).then(
    (module: Record<string, never>) => (module[name] ?? module["default"])!,
  );
};

const page = safeDocument(document);
const script = page.currentScript as HTMLScriptElement | null;
const global = window as unknown as { Consentry?: unknown };
const earlier = global.Consentry;

const locales = __LOCALES__.match(/\w\w(-\w+)?/g)!;
const parts: Parts = {
  _nonce: script?.nonce ?? "",
  _locales: locales,
  _bundled: {},
  _load: load,
  _prefetch() {
    asks = true;
    // Side by side, not one after the other: the banner needs them all. The code that uses them reports.
    const [tag] = page.documentElement.lang.split("-");
    void Promise.allSettled([load("banner"), locales.includes(tag!) && load(tag!, "locales/")]);
  },
};

let current: Consent | null = null;
/** Whether it was made from a file or a block: the site's own call then replaces it. */
let declared = false;
let waiting: Queued[] = [];

const push = (...calls: Queued[]): void => {
  for (const call of calls) {
    // In a task of its own: one that throws is the page's own error, and the next goes on.
    if (current && typeof call == "function") queueMicrotask(() => call(current!));
    else waiting.push(call);
  }
};

const start = (options: unknown): Consent => {
  if (declared) {
    current!.destroy();
    current = null;
    declared = false;
  }
  current ??= createInstance(options, parts);
  current.start(); // Reports a second call.
  push(...waiting.splice(0));
  return current;
};

const explainIdle = (): unknown =>
  current ||
  load("diagnostics").then(
    ({ _explainIdle: explain }: Diagnostics) => explain(page),
    () => {},
  );

/** Configuration that needs no inline code: `data-config`, or a data block in the page. */
const address = script?.getAttribute("data-config");
const startDeclared = async (event?: Event): Promise<void> => {
  const block = page.querySelector<HTMLElement>("script[type$=json]#consentry-config");
  if (current) return;
  let options: unknown[] = ["config-unreadable", address];
  try {
    if (address) {
      // Against the page's address: a `<base>` that someone pasted must not choose another file.
      const answer = await fetch(new URL(address, location.href));
      options[1] = `${address} (${answer.status})`;
      if (answer.ok) options = (await answer.json()) as never;
    } else if (block) {
      // A nonce says whose block it is, as it says whose script.
      options =
        parts._nonce && block.nonce != parts._nonce
          ? ["nonce-missing", "#consentry-config"]
          : (JSON.parse(block.textContent!) as never);
    } else {
      // Every script of the page has had its turn, and what it fetches before it starts has come.
      if (event?.type == "load") setTimeout(explainIdle, PATIENCE_MS);
      return;
    }
  } catch {
    // The code and the address stand for it: reported when they are read, and everything stays blocked.
  }
  if (current) return;
  start(options);
  declared = true;
};

// Frozen: a frame that is named so is a window with a function of its own.
if (own(earlier, "start") && Object.isFrozen(earlier)) {
  console.warn("[consentry] loaded-twice: remove one tag");
} else {
  const tag: Tag = {
    version,
    get current() {
      return current;
    },
    start,
    push,
  };
  global.Consentry = Object.freeze(tag);
  if (Array.isArray(earlier)) push(...(earlier as Queued[]));
  // A deferred tag comes before the page's own modules, which have the first word over a block.
  if (address || page.readyState != "interactive") void startDeclared();
  // The block may stand further down; an asynchronous tag may come after the first of these.
  if (!address)
    for (const type of ["DOMContentLoaded", "load"]) addEventListener(type, startDeclared);
}
