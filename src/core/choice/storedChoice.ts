/**
 * What lies under our name. Several texts are ambiguous and count as none, because no one can tell which
 * one the visitor meant (cookie tossing, a changed domain).
 */
export type StoredChoice =
  | { readonly _is: "none" | "ambiguous"; readonly _text: "" }
  | { readonly _is: "one"; readonly _text: string };

/** Says what the texts found under our name are. */
export function storedChoice([text, other]: readonly string[]): StoredChoice {
  if (text == null) return { _is: "none", _text: "" };
  return other == null ? { _is: "one", _text: text } : { _is: "ambiguous", _text: "" };
}
