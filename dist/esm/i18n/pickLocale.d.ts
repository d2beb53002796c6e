/**
 * The best of the available tags for the wanted ones, in their order (BCP 47 lookup, RFC 4647
 * section 3.4): exactly, then shortened from the end (`nl-BE` → `nl`), then by the script that the
 * region writes (`zh-TW` → `zh-hant`), then any other variety of the same language (`pt` → `pt-br`).
 * Case does not matter. Gives `fallback` when nothing fits.
 */
export declare function pickLocale(wanted: readonly string[], available: readonly string[], fallback?: string): string;
