/**
 * Keys of every text. A key that ends in a plural category of `Intl.PluralRules` (`.one`, `.other` …)
 * may exist in other categories too; `.other` is the one every language has.
 */
export type MessageKey =
  | "banner.title"
  | "banner.text"
  | "banner.services.other"
  | "banner.withdraw"
  | "action.accept"
  | "action.reject"
  | "action.settings"
  | "action.save"
  | "action.close"
  | "action.withdraw"
  | "settings.title"
  | "settings.text"
  | "settings.policy"
  | "settings.search"
  | "settings.none"
  | "settings.always"
  | "settings.interest.about"
  | "settings.gpc"
  | "settings.saved"
  | "settings.changed"
  | "settings.decided"
  | "settings.undecided"
  | "settings.details.other"
  | "settings.leftover"
  | "field.provider"
  | "field.country"
  | "field.purpose"
  | "field.transfer"
  | "field.privacy"
  | "field.name"
  | "field.medium"
  | "field.lifetime"
  | "field.basis"
  | "field.reason"
  | "basis.consent"
  | "basis.necessary"
  | "basis.legitimate-interest"
  | "storage.none"
  | "lifetime.session"
  | "lifetime.persistent"
  | "placeholder.title"
  | "placeholder.text"
  | "placeholder.once"
  | "placeholder.always"
  | "toggle.on"
  | "receipt.title"
  | "receipt.none"
  | "receipt.id"
  | "receipt.copy"
  | "receipt.date"
  | "receipt.choices"
  | "receipt.download"
  | "receipt.verify"
  | "receipt.valid.other"
  | "receipt.invalid"
  | "state.on"
  | "state.off"
  | "category.necessary"
  | "category.necessary.about"
  | "category.functional"
  | "category.functional.about"
  | "category.performance"
  | "category.performance.about"
  | "category.marketing"
  | "category.marketing.about"
  | "purpose.analytics"
  | "purpose.recording"
  | "purpose.advertising"
  | "purpose.remarketing"
  | "purpose.personalisation"
  | "purpose.testing"
  | "purpose.tags"
  | "purpose.video"
  | "purpose.map"
  | "purpose.audio"
  | "purpose.social"
  | "purpose.chat"
  | "purpose.fonts"
  | "purpose.security"
  | "purpose.fraud"
  | "purpose.payment"
  | "purpose.monitoring"
  | "purpose.delivery"
  | "purpose.links"
  | "purpose.consent"
  | "purpose.visitor"
  | "purpose.session"
  | "purpose.state"
  | "purpose.campaign"
  | "purpose.throttle"
  | "purpose.preferences"
  | "purpose.optout"
  | "purpose.probe"
  | "purpose.cache";

/** Plural categories beside `other`. */
type Plural = "zero" | "one" | "two" | "few" | "many";
type Counted = Extract<MessageKey, `${string}.other`>;
type CountedAs<Key extends string> = Key extends `${infer Stem}.other`
  ? `${Stem}.${Plural}`
  : never;

/** A text that is asked for by its key, or, where a count chooses its form, by its stem. */
export type TextKey = Exclude<MessageKey, Counted> | StemOf<Counted>;
type StemOf<Key extends string> = Key extends `${infer Stem}.other` ? Stem : never;

/** All texts of one language. */
export type Messages = Record<MessageKey, string> & Partial<Record<CountedAs<Counted>, string>>;

/**
 * A site's own words: any of our texts by its key, and the names of its own categories (`category.ads`,
 * `category.ads.about`), purposes and lifetimes.
 *
 * @example
 * const texts: Record<string, OwnTexts> = { en: { "banner.title": "Cookies?", "category.ads": "Adverts" } };
 */
export type OwnTexts<Category extends string = string> = {
  readonly [
    Key in
      | MessageKey
      | CountedAs<Counted>
      | `category.${Category}`
      | `category.${Category}.about`
      | `purpose.${string}`
      | `lifetime.${string}`
  ]?: string;
};
