/** The door `consentry`: the engine without a face. Importing it runs nothing. */
import { createClient } from "../engine/createClient.ts";
import type { Consent } from "../engine/consent.ts";
import { createDecider } from "../engine/createDecider.ts";
import { createFace } from "../engine/createFace.ts";
import { late } from "../engine/late.ts";
import type { Load, Loadable } from "../engine/session.ts";
import { wireEmbeds } from "../engine/wireEmbeds.ts";
import type { Options } from "../core/config/options.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";

export type { Consent, ConsentEvents } from "../engine/consent.ts";
export type { Controller, Layout, Reload } from "../core/config/config.ts";
export type { Options } from "../core/config/options.ts";
import type { Signal } from "../core/config/parts.ts";
export type {
  Earlier,
  Migration,
  MigrationWorld,
  MountUi,
  Signal,
  SignalContext,
  UiHandle,
  UiHost,
} from "../core/config/parts.ts";
export type { Problem, ProblemCode } from "../core/problems/problem.ts";
export type {
  Basis,
  Medium,
  Service,
  ServiceContext,
  StorageItem,
} from "../core/config/service.ts";
export type { ConsentEvent, Decision, Intent, Source, State } from "../core/choice/state.ts";
export type { ChainReport, ConsentRecord, SealedRecord } from "../record/consentRecord.ts";

/**
 * Makes a consent instance; `start()` sets it going. Works on a server too, where nothing is
 * permitted. Mistakes in the options are told as problems, never thrown.
 */
export function createConsent(options: Options): Consent {
  const locales = (own(options, "locales") ?? {}) as NonNullable<Options["locales"]>;
  const ui = own(options, "ui") as Options["ui"];
  const signals = own(options, "signals");
  const bundled = { more: createDecider, face: createFace, embeds: wireEmbeds, late };
  const loaders: { [Name in keyof Loadable]: () => Promise<Loadable[Name]> } = {
    more: () => Promise.resolve(bundled.more),
    face: () => Promise.resolve(bundled.face),
    embeds: () => Promise.resolve(bundled.embeds),
    late: () => Promise.resolve(late),
    ui: () => (ui ? Promise.resolve(ui) : Promise.reject(new Error("no UI"))),
    page: () => import("../ui/embeds/mountPage.ts").then(({ mountPage }) => mountPage),
    proof: () => import("../proof/createProofLog.ts").then((proof) => proof.createProofLog),
    arrive: () =>
      import("../engine/createArrive.ts").then(({ createArrive }) =>
        createArrive((id) => Promise.reject(new Error(id))),
      ),
    extra: () => import("../engine/extra.ts").then(({ extra }) => extra),
  };
  const load = async (name: keyof Loadable, folder?: string): Promise<unknown> => {
    if (!folder) return loaders[name]();
    if (folder == "locales/") return locales[name];
    throw new Error(name); // Signals and services are handed in.
  };
  return createClient(options, {
    bundled,
    hasUi: typeof ui == "function",
    nonce: "",
    signals: (Array.isArray(signals) ? (signals as unknown[]) : []).filter(isSignal),
    load: load as Load,
    locales: keysOf(locales),
  });
}

function isSignal(value: unknown): value is Signal {
  return typeof own(value, "update") == "function";
}
