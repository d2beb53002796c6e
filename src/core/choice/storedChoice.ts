/**
 * What lies under our name. Several texts are ambiguous and count as none, because nobody can tell which
 * one the visitor meant (cookie tossing, a changed domain).
 */
export interface StoredChoice {
  /** How many texts were found. */
  readonly _count: number;
  /** What was found: the choice where there is one, nothing, or all texts, which nobody can read as one. */
  readonly _text: string;
}

/** Says what the texts found under our name are. */
export function storedChoice(texts: readonly string[]): StoredChoice {
  return { _count: texts.length, _text: texts.join("\n") };
}
