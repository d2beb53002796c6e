import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { allowed } from "./kit/allowed.ts";
import { layersOf } from "./kit/layersOf.ts";

/** Google's seven consent types. */
export type GoogleConsentType =
  | "ad_storage"
  | "ad_user_data"
  | "ad_personalization"
  | "analytics_storage"
  | "functionality_storage"
  | "personalization_storage"
  | "security_storage";

/** What `googleConsentMode` takes. */
export interface GoogleConsentModeOptions {
  /**
   * Which categories or services answer for a type, separated by spaces: the first that has an
   * answer decides, so a refused service outweighs its permitted category.
   */
  types?: Partial<Record<GoogleConsentType, string>>;
  /**
   * What the default carries beside the denials, in Google's own words. `region` limits them to ISO
   * 3166-2 regions. `wait_for_update` (milliseconds, 500 is usual) asks for advanced mode: for tags
   * that stay ungated in the page, wait for a choice, and send cookieless pings meanwhile, which is
   * itself access to the device (EDPB Guidelines 2/2023). Basic mode needs neither.
   */
  defaults?: { region?: string[]; wait_for_update?: number };
  /**
   * Google's `set` parameters, queued before the default: `ads_data_redaction` strips click ids
   * while `ad_storage` is denied; `url_passthrough` carries them in links instead, so it is off by
   * default.
   */
  set?: { ads_data_redaction?: boolean; url_passthrough?: boolean };
  /** Name of the command queue, or names. Those that services name join them. Default `"dataLayer"`. */
  dataLayer?: string | readonly string[];
}

type Send = (
  context: SignalContext,
  permits: (ids: string) => boolean,
  command: string,
  values: Record<string, unknown>,
  settings?: object,
) => void;

const ADS = "google-ads marketing";
const SITE = "functional";

/**
 * Google Consent Mode v2: denied defaults before any tag, then one update of all seven types for
 * each decision. Synchronous, because a default that comes after a tag is ignored.
 *
 * @confidence high
 * @source https://developers.google.com/tag-platform/security/guides/consent
 * @source https://developers.google.com/tag-platform/tag-manager/templates/consent-apis
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleConsentMode } from "consentry/signals/google-consent-mode";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [googleConsentMode()] });
 */
export function googleConsentMode(options: GoogleConsentModeOptions = {}): Signal {
  const send: Send = (context, permits, command, given, settings) => {
    const values = { ...given };
    const window: Record<string, unknown> = context.window;
    const gtag: (...command: unknown[]) => void = function () {
      for (const name of layersOf(options, context)) {
        // The real `arguments` object: Google's tags drop a plain array without a word.
        ((window[name] ||= []) as unknown[]).push(arguments);
      }
    };
    const deciders = {
      ad_storage: ADS,
      ad_user_data: ADS,
      ad_personalization: ADS,
      analytics_storage: "google-analytics performance",
      functionality_storage: SITE,
      personalization_storage: SITE,
      security_storage: "necessary",
      ...options.types,
    };
    for (const [type, ids] of Object.entries(deciders)) {
      values[type] = allowed(permits, ids) ? "granted" : "denied";
    }
    if (settings) gtag("set", settings);
    gtag("consent", command, values);
  };
  return {
    id: "google-consent-mode",
    findings: unknownOptions(options, ["types", "defaults", "set", "dataLayer"]),
    start: (context) =>
      send(context, (id) => id == "necessary", "default", { ...options.defaults }, options.set),
    update: (context) => send(context, context.permits, "update", {}),
  };
}

export default googleConsentMode;
