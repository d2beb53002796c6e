/**
 * SHA-256 (FIPS 180-4) of bytes, as 64 lower-case hexadecimal digits. Synchronous, because an IndexedDB
 * transaction ends while `crypto.subtle` is awaited, and because http pages have no `crypto.subtle`.
 *
 * It is called once or twice on a page, so what counts is the first call, before the engine has
 * compiled it: plain loops over typed arrays, no calls inside. For less than 512 MB.
 */
export function sha256(bytes: Uint8Array): string {
  // One bit, zeros, and the length in bits, up to whole blocks of 64 bytes.
  const end = ((bytes.length + 72) >> 6) << 6;
  const view = new DataView(new ArrayBuffer(end));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(end - 4, bytes.length << 3);

  // The first 32 bits of the fractions of the cube roots of the first 64 primes and of the square roots
  // of the first 8 (4.2.2 and 5.3.3). They take 35 of a double's 53 bits, so that the last bits of an
  // engine's power function do not matter.
  const steps = new Int32Array(64);
  const state = new Int32Array(64);
  for (let n = 2, count = 0; count < 64; n++) {
    let divisor = 2;
    while (divisor * divisor <= n && n % divisor) divisor++;
    if (divisor * divisor > n) {
      steps[count] = n ** (1 / 3) * 2 ** 32;
      state[count++] = n ** (1 / 2) * 2 ** 32;
    }
  }

  const w = new Int32Array(64);
  for (let block = 0; block < end; block += 64) {
    let [a, b, c, d, e, f, g, h] = state as unknown as Words;
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = view.getInt32(block + i * 4);
      else {
        const x = w[i - 15]!;
        const y = w[i - 2]!;
        w[i] =
          w[i - 16]! +
          w[i - 7]! +
          (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
          (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
      }
      const one =
        h +
        (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
        (g ^ (e & (f ^ g))) +
        steps[i]! +
        w[i]!;
      const two =
        (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
        ((a & b) | (c & (a | b)));
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i]! += word));
  }
  // Not by `Array.from`: Prototype.js and MooTools have one of their own, which maps nothing.
  return [...state.slice(0, 8)].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

type Words = [number, number, number, number, number, number, number, number];
