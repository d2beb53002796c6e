/** The entry point `consentry`: the engine without an interface. Importing it runs nothing. */
import { createInstance } from "../engine/createInstance.ts";
import type { Consent } from "../engine/consent.ts";
import { createDecisions } from "../engine/createDecisions.ts";
import { createUiHost } from "../engine/createUiHost.ts";
import type { Load, Loadable } from "../engine/engine.ts";
import { startsOnce } from "../engine/startsOnce.ts";
import { preparation } from "../engine/prepare.ts";
import { createLate } from "../gate/createLate.ts";
import { wireEmbeds } from "../engine/wireEmbeds.ts";
import type { UsualCategory } from "../core/config/ids.ts";
import type { Known, Options } from "../core/config/options.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";

export type { Consent, ConsentEvents, Register, RegisteredId } from "../engine/consent.ts";
export type { CatalogueServiceId, MigrationId, SignalId } from "../core/config/catalogueIds.ts";
export type { Ids, Token, UsualCategory } from "../core/config/ids.ts";
export type { Controller, Layout, PolicyUse, Reload } from "../core/config/config.ts";
export type { Known, Options, OwnService } from "../core/config/options.ts";
import type { Signal } from "../core/config/parts.ts";
export type { Shim, ShimContext } from "../core/config/shim.ts";
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
 * permitted. Mistakes in the options are reported as problems, never thrown.
 *
 * @param options what the site is and what it uses
 * @throws never; mistakes are reported as problems
 *
 * @example
 * import { createConsent } from "consentry";
 * import { hotjar } from "consentry/services/hotjar";
 * import { mountUi } from "consentry/ui";
 *
 * const consent = createConsent({
 *   controller: { name: "Acme BV" },
 *   services: [hotjar({ id: 123456 })],
 *   ui: mountUi,
 * });
 * consent.start();
 * await consent.when("hotjar");
 */
export function createConsent<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  options: Options<Category, ServiceId, Named> & Known<NoInfer<Category>, NoInfer<Named>>,
): Consent<Category, ServiceId> {
  const locales = (own(options, "locales") ?? {}) as NonNullable<Options["locales"]>;
  const ui = own(options, "ui") as Options["ui"];
  const signals = own(options, "signals");
  const bundled = {
    decisions: createDecisions,
    host: createUiHost,
    embeds: wireEmbeds,
    prepare: preparation,
  };
  const loaders: { [Name in keyof Loadable]: () => Promise<Loadable[Name]> } = {
    decisions: () => Promise.resolve(bundled.decisions),
    host: () => Promise.resolve(bundled.host),
    late: () => Promise.resolve(createLate),
    prepare: () => Promise.resolve(preparation),
    banner: () => (ui ? Promise.resolve(ui) : Promise.reject(new Error("no UI"))),
    embeds: () => Promise.resolve(bundled.embeds),
    placeholders: () => import("../ui/embeds/mountPage.ts").then(({ mountPage }) => mountPage),
    proof: () => import("../proof/createProofLog.ts").then((proof) => proof.createProofLog),
    migrate: () =>
      import("../engine/createMigrate.ts").then(({ createMigrate }) =>
        createMigrate((id) => Promise.reject(new Error(id))),
      ),
    own: () =>
      import("../core/config/ownService.ts").then(({ ownService }) => (given, id) => {
        const made = ownService(id, given);
        if (!made) throw new Error(id);
        return made;
      }),
    diagnostics: () => import("../engine/diagnostics.ts").then((file) => file.diagnostics),
    check: () => import("../engine/checkSite.ts").then((file) => file.checkSite),
  };
  const load = async (name: keyof Loadable, folder?: string): Promise<unknown> => {
    if (!folder) return loaders[name]();
    if (folder == "locales/") return locales[name];
    throw new Error(name); // Signals and services are handed in.
  };
  const consent = createInstance(options, {
    _bundled: bundled,
    _hasUi: typeof ui == "function",
    _nonce: "",
    _signals: (Array.isArray(signals) ? (signals as unknown[]) : []).filter(isSignal),
    _load: load as Load,
    _locales: keysOf(locales),
  });
  return startsOnce(consent);
}

function isSignal(value: unknown): value is Signal {
  return typeof own(value, "update") == "function";
}
