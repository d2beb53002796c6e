/**
 * What `consentry bundle` builds a site's own file on: the script tag, already configured, with its
 * services and signals inside. Not an entry point of the package.
 */
import { createInstance } from "../engine/createInstance.ts";
import type { Consent } from "../engine/consent.ts";
import { version } from "../engine/library.ts";
import { preparation } from "../engine/prepare.ts";
import type { Load, Loadable } from "../engine/engine.ts";
import { wireEmbeds } from "../engine/wireEmbeds.ts";
import type { Signal } from "../core/config/parts.ts";
import { pickLocale } from "../i18n/pickLocale.ts";
import { own } from "../lib/own.ts";
import { safeDocument } from "../lib/safeDocument.ts";

type Texts = Readonly<Record<string, string>>;

/** What asks: in the same file, or in one beside it. */
export interface Asking {
  files: Omit<Loadable, "prepare" | "embeds" | "own" | "late" | "check">;
  locales: Readonly<Record<string, Texts>>;
}

/** What goes into a site's file beside its options. */
export interface SiteParts {
  signals: readonly Signal[];
  /** Tags of its languages; the first is shown where the page's own is not there. */
  languages: readonly string[];
  /** What asks, where it is in the same file. */
  asking?: Asking;
  /** Fetches it where it is not. */
  fetch(): Promise<Asking>;
  /** Fetches what looks for mistakes: only its owner's page asks for it. */
  check(): Promise<Loadable["check"]>;
}

/** In the file in any case. */
const inside = { prepare: preparation, embeds: wireEmbeds };

/**
 * Starts at once, while the script tag runs: signals have their defaults, and a returning visitor's
 * choice is acted on, before the next tag of the page is read.
 */
export function startSite(options: object, parts: SiteParts): void {
  const { signals, languages, asking, fetch } = parts;
  const global = window as unknown as { Consentry?: unknown };
  const earlier = global.Consentry;
  if (own(earlier, "start") && Object.isFrozen(earlier)) {
    console.warn("[consentry] loaded-twice: remove one tag");
    return;
  }
  const page = safeDocument(document);
  const load = async (name: keyof Loadable, folder?: string): Promise<unknown> => {
    if (folder == "locales/") return (await fetch()).locales[name];
    if (folder) throw new Error(name); // Signals and services are in the file.
    // Made by the bundle; part of what prepares.
    if (name == "own" || name == "late") throw new Error(name);
    if (name == "check") return parts.check();
    return name == "prepare" || name == "embeds" ? inside[name] : (await fetch()).files[name];
  };
  const given = {
    // Asked for when something is shown, and not before: the first use of Intl.Locale is slow.
    get language() {
      return pickLocale([page.documentElement.lang], languages, languages[0]);
    },
    ...options,
  };
  const consent = createInstance(given, {
    _nonce: (page.currentScript as HTMLScriptElement | null)?.nonce ?? "",
    _signals: signals,
    _locales: languages,
    _hasUi: true,
    _bundled: { ...asking?.files, ...inside },
    _load: load as Load,
    _prefetch: () => void fetch().catch(() => {}), // The code that uses it reports.
  });
  const push = (...calls: unknown[]): void => {
    for (const call of calls) {
      // In a task of its own: one that throws is the page's own error, and the next goes on.
      if (typeof call == "function") {
        queueMicrotask(() => (call as (consent: Consent) => void)(consent));
      }
    }
  };
  global.Consentry = Object.freeze({
    version,
    current: consent,
    /** Already started: reports so, and gives the running instance. */
    start() {
      consent.start();
      return consent;
    },
    push,
  });
  consent.start();
  if (Array.isArray(earlier)) push(...(earlier as unknown[]));
}
