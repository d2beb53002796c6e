/**
 * The best of the available tags for the wanted ones, in their order (BCP 47 lookup, RFC 4647
 * section 3.4): exactly, then shortened from the end (`nl-BE` → `nl`), then any other variety of the same
 * language (`pt` → `pt-br`). Chinese goes by the script that the region writes (`zh-TW` → `zh-hant`). Case
 * does not matter. Gives `fallback` when nothing fits.
 *
 * Without `Intl.Locale`, which knows more of this: its first use on a page is slow.
 */
export declare function pickLocale(wanted: readonly string[], available: readonly string[], fallback?: string): string;
