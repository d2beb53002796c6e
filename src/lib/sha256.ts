/**
 * SHA-256 (FIPS 180-4) of bytes, as 64 lower-case hexadecimal digits. Synchronous, because an IndexedDB
 * transaction ends while `crypto.subtle` is awaited, and because http pages have no `crypto.subtle`.
 * Written to be small: about 10 MB a second, and for less than 512 MB.
 */
export function sha256(bytes: Uint8Array): string {
  // One bit, zeros, and the length in bits, up to whole blocks of 16 words.
  const words: number[] = [];
  const end = ((bytes.length + 72) >> 6) << 4;
  bytes.forEach((byte, i) => (words[i >> 2]! |= byte << (24 - (i % 4) * 8)));
  words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length % 4) * 8);
  words[end - 1] = bytes.length << 3;

  // The first 32 bits of the fractions of the cube roots of the first 64 primes and of the square roots
  // of the first 8 (4.2.2 and 5.3.3). They take 35 of a double's 53 bits, so that the last bits of an
  // engine's power function do not matter.
  const steps: number[] = [];
  let state: number[] = [];
  for (let n = 2; steps.length < 64; n++) {
    let divisor = 2;
    while (n % divisor) divisor++;
    if (divisor == n) {
      steps.push((n ** (1 / 3) * 2 ** 32) | 0);
      state.push((n ** (1 / 2) * 2 ** 32) | 0);
    }
  }
  state.length = 8;

  for (let block = 0; block < end; block += 16) {
    const w: number[] = [];
    let now = state;
    for (let i = 0; i < 64; i++) {
      const [a, b, c, d, e, f, g, h] = now as Words;
      w[i] =
        i < 16
          ? words[block + i]! | 0
          : (w[i - 16]! +
              w[i - 7]! +
              (turn(w[i - 15]!, 7, 18) ^ (w[i - 15]! >>> 3)) +
              (turn(w[i - 2]!, 17, 19) ^ (w[i - 2]! >>> 10))) |
            0;
      const one = h + turn(e, 6, 11, 25) + (g ^ (e & (f ^ g))) + steps[i]! + w[i]!;
      const two = turn(a, 2, 13, 22) + ((a & b) | (c & (a | b)));
      now = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    state = state.map((word, i) => (word + now[i]!) | 0);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

type Words = [number, number, number, number, number, number, number, number];

/** Exclusive or of a word turned right by each of the counts. */
const turn = (word: number, ...counts: number[]): number =>
  counts.reduce((sum, by) => sum ^ ((word >>> by) | (word << (32 - by))), 0);
