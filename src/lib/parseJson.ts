/** The value of a JSON text, or undefined where it is none (also where it nests too deep). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Noise is an answer too.
  }
}
