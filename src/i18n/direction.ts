/** Languages written from right to left (CLDR), and the scripts that make any language so. */
const RIGHT_TO_LEFT = /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b|-(arab|hebr|thaa|nkoo)\b/i;

/** The value for a `dir` attribute that belongs to a BCP 47 tag. */
export function direction(language: string): "ltr" | "rtl" {
  // "az-Latn" beside "az-Arab", "ks-Deva" …: a script that is named wins over the language.
  return RIGHT_TO_LEFT.test(language) && !/-(latn|cyrl|deva)\b/i.test(language) ? "rtl" : "ltr";
}
