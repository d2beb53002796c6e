/**
 * Which of two stored texts all tabs keep when both were written at the same moment. A refusal of everything
 * comes first; of two others, any fixed order will do. The order needs no more than the texts as
 * `encodeCookie` writes them.
 */
export function prefer(one: string, other: string): string {
  return rank(one) < rank(other) ? one : other;
}

/** Of a refusal of everything, the list behind `yes=` is empty, and `&` sorts before every id. */
function rank(text: string): string {
  return text.split("yes=")[1] + text;
}
