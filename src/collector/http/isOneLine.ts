/**
 * Whether a text is one line that shows as it is written: no control character, no line or paragraph
 * separator, nothing that turns the direction of what follows, nothing unseen. Two joiners are let through
 * where they belong, between letters that are not Latin (Unicode UAX 31, section 2.3): Persian and Indic
 * names need them.
 */
export function isOneLine(text: string): boolean {
  const seen = text.replace(
    /(?<=[^\p{ASCII}\p{Z}\p{P}\p{S}\p{C}])[\u200c\u200d](?=[\p{L}\p{M}])/gu,
    "",
  );
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/u.test(seen);
}
