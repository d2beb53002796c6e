/**
 * What lies under our name. Two texts are `"ambiguous"` and count as none, because nobody can tell which
 * one the visitor meant (cookie tossing, a changed domain).
 */
export interface StoredChoice {
  readonly kind: "none" | "one" | "ambiguous";
  /** What was found: the choice where there is one, nothing, or all texts, which nobody can read as one. */
  readonly text: string;
}

/** Says what the texts found under our name are. */
export function storedChoice(texts: readonly string[]): StoredChoice {
  const kinds = ["none", "one"] as const;
  return { kind: kinds[texts.length] ?? "ambiguous", text: texts.join("\n") };
}
