function sha256(bytes) {
  const words = [];
  const end = bytes.length + 72 >> 6 << 4;
  bytes.forEach((byte, i) => words[i >> 2] |= byte << 24 - i % 4 * 8);
  words[bytes.length >> 2] |= 128 << 24 - bytes.length % 4 * 8;
  words[end - 1] = bytes.length << 3;
  const steps = [];
  let state = [];
  for (let n = 2; steps.length < 64; n++) {
    let divisor = 2;
    while (n % divisor) divisor++;
    if (divisor == n) {
      steps.push(n ** (1 / 3) * 2 ** 32 | 0);
      state.push(n ** (1 / 2) * 2 ** 32 | 0);
    }
  }
  state.length = 8;
  for (let block = 0; block < end; block += 16) {
    const w = [];
    let now = state;
    for (let i = 0; i < 64; i++) {
      const [a, b, c, d, e, f, g, h] = now;
      w[i] = i < 16 ? words[block + i] | 0 : w[i - 16] + w[i - 7] + (turn(w[i - 15], 7, 18) ^ w[i - 15] >>> 3) + (turn(w[i - 2], 17, 19) ^ w[i - 2] >>> 10) | 0;
      const one = h + turn(e, 6, 11, 25) + (g ^ e & (f ^ g)) + steps[i] + w[i];
      const two = turn(a, 2, 13, 22) + (a & b | c & (a | b));
      now = [one + two | 0, a, b, c, d + one | 0, e, f, g];
    }
    state = state.map((word, i) => word + now[i] | 0);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
const turn = (word, ...counts) => counts.reduce((sum, by) => sum ^ (word >>> by | word << 32 - by), 0);

export { sha256 };
