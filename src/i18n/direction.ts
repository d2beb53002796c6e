/**
 * Languages written from right to left (CLDR), and the scripts that make any language so. A script that is
 * named ("az-Latn" beside "az-Arab", "ks-Deva" …) wins over the language.
 */
const RIGHT_TO_LEFT =
  /^(?!.*-(latn|cyrl|deva)\b)((ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b|.*-(arab|hebr|thaa|nkoo)\b)/i;

/** The value for a `dir` attribute that belongs to a BCP 47 tag. */
export function direction(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}
