import type { OwnTexts } from "./messages.ts";
import type { CatalogueServiceId, MigrationId, SignalId } from "./catalogueIds.ts";
import type { Controller, Layout, PolicyUse, Reload } from "./config.ts";
import type { Migration, MountUi, Signal } from "./parts.ts";
import type { Service } from "./service.ts";

/** A service of the site's own in a map, where its id is the key. */
export type OwnService<Category extends string = string> = Omit<Service<string, Category>, "id">;

/** What stands in a map of the catalogue's ids, where its types are not at hand. */
export interface AnyGiven {
  /** Options by the id of a service. */
  services: { [Id in CatalogueServiceId]: object };
  /** Options by the id of a signal. */
  signals: { [Id in SignalId]: object };
  /** Options by the id of a migration. */
  migrations: { [Id in MigrationId]: object };
}

/**
 * What a site writes. Everything but the controller's name has a default. The types of the ids follow from
 * what is written, and reach the instance; `Options` alone takes any.
 */
export interface Options<
  Category extends string = string,
  ServiceId extends string = string,
  Named extends string = string,
  Given extends AnyGiven = AnyGiven,
> {
  /**
   * Who asks for consent. `name` is required: consent to no one in particular is not informed.
   * GDPR Art. 13(1)(a) has visitors know who it is.
   *
   * @example
   * { name: "Acme BV", address: "Dam 1, Amsterdam", email: "privacy@acme.example" }
   */
  controller: Controller;
  /**
   * Page with the privacy policy: https, http, mailto, or relative.
   *
   * @example
   * "/privacy"
   */
  policyUrl?: string | undefined;
  /**
   * Ids of the optional categories in the order shown, or a map of id to the site's own name and
   * description; all of them are asked for. Default `["performance", "marketing"]`, and `functional` where a service
   * needs it, each once a service, a marked element or the page's code uses it.
   *
   * @example
   * ["functional", "performance", "marketing"]
   */
  categories?:
    | readonly Category[]
    | { readonly [Id in Category]: { name?: string; description?: string } }
    | undefined;
  /**
   * Services; from a script tag also a map of catalogue ids to their options.
   *
   * @example
   * [{ id: "chat", name: "Chat", category: "functional", storage: [] }]
   */
  services?:
    | readonly Service<ServiceId, Named>[]
    | {
        readonly [Id in ServiceId]: Id extends CatalogueServiceId
          ? Given["services"][Id]
          : string extends Id
            ? object
            : OwnService<Named>;
      }
    | undefined;
  /**
   * Whole number; raising it asks everybody again. Default 1.
   *
   * @example
   * 2
   */
  revision?: number | undefined;
  /**
   * Days that a choice is kept, 1 to 400 (the longest that browsers keep a cookie). Default 180.
   * That limit is in RFC 6265bis, section 5.5.
   *
   * @example
   * 90
   */
  days?: number | undefined;
  /**
   * Parent domain that shares the choice (`example.org`). Default: this host alone.
   *
   * @example
   * "acme.example"
   */
  domain?: string | undefined;
  /**
   * Binds the cookie to this host over https (`__Host-` prefix). Default false.
   * The prefix is in RFC 6265bis, section 4.1.3.2.
   *
   * @example
   * true
   */
  hostOnly?: boolean | undefined;
  /**
   * With `hostOnly` and `migrate`: other hosts of the domain may plant what an earlier tool would have stored, so only
   * refusals are imported. True imports grants too: you control every host that can set a cookie here. Default false.
   *
   * @example
   * true
   */
  trustNeighbours?: boolean | undefined;
  /**
   * BCP 47 tag. Default: the page's `lang`.
   *
   * @example
   * "nl"
   */
  language?: string | undefined;
  /**
   * Own wording: language tag, or `"*"` for every language, then message key.
   *
   * @example
   * { en: { "banner.title": "Cookies?" }, "*": { "category.ads": "Adverts" } }
   */
  texts?: Readonly<Record<string, OwnTexts<NoInfer<Category>>>> | undefined;
  /**
   * Where the first layer stands. Default `"box"`.
   *
   * @example
   * "bar"
   */
  layout?: Layout | undefined;
  /**
   * Keeps a small button on the page that reopens the preference centre. Default false.
   *
   * @example
   * true
   */
  reopenButton?: boolean | undefined;
  /**
   * Whether to reload after a withdrawal: `"auto"` only if something cannot be silenced.
   *
   * @example
   * "always"
   */
  reload?: Reload | undefined;
  /**
   * For pages whose policy is made from consent (`consentry/policy`), and was so before a grant: `"reload"` loads the
   * page again once the record of the grant is sealed, `"next"` lets what was granted wait for the next page. Default
   * `"none"`: what a policy stops although it is permitted is reported.
   *
   * @example
   * "reload"
   */
  policy?: PolicyUse | undefined;
  /**
   * CSP nonce for what the library makes. Default: the nonce of its own script tag, where known.
   *
   * @example
   * "8IBTHwOdqNKAWeKl7plt8g=="
   */
  nonce?: string | undefined;
  /**
   * Signals to send beside those that services name; from a script tag by id (`"google-consent-mode"`), or as a map of
   * ids to their options (`{ "google-consent-mode": { set: { ads_data_redaction: true } } }`).
   *
   * @example
   * ["google-consent-mode"]
   */
  signals?:
    | readonly (SignalId | Signal)[]
    | { readonly [Id in SignalId]?: Given["signals"][Id] }
    | undefined;
  /**
   * Tools that the site used before; from a script tag a map of their ids to their options.
   *
   * @example
   * { cookiebot: {} }
   */
  migrate?:
    readonly Migration[] | { readonly [Id in MigrationId]?: Given["migrations"][Id] } | undefined;
  /**
   * The UI (`mountUi` of `consentry/ui`), or false for a site that shows its own.
   *
   * @example
   * false
   */
  ui?: MountUi | false | undefined;
  /**
   * Languages by tag, from `consentry/locales/<tag>`. From a script tag they are fetched.
   *
   * @example
   * { nl: { "banner.title": "Cookies?" } }
   */
  locales?: Readonly<Record<string, OwnTexts>> | undefined;
  /**
   * Categories that Global Privacy Control refuses, unless the visitor chose otherwise. Default
   * `["marketing"]`; an empty list leaves the signal to the records alone.
   * What the signal means is in https://www.w3.org/TR/gpc/.
   *
   * @example
   * ["marketing", "performance"]
   */
  gpc?: readonly Named[] | undefined;
  /**
   * First-party address of the collector that stores the proofs. Default: proofs stay in the browser.
   *
   * @example
   * "/consent"
   */
  collector?: string | undefined;
}

/**
 * Refuses a category that is named and not there: by a service, or by `gpc`. Only what is written out can be
 * checked; where an id is any `string`, it is judged when the page runs.
 */
export type Known<Category extends string, Named extends string> = string extends Category | Named
  ? unknown
  : [Named] extends [Category | "necessary"]
    ? unknown
    : {
        gpc?: readonly Category[] | undefined;
        services?:
          | readonly { category: Category | "necessary" }[]
          | { readonly [id: string]: { category?: Category | "necessary" } }
          | undefined;
      };
