// Searches an order of letters for the local names of one file in `dist/` that is sent in fewer bytes, and prints it for `LOCALS`
// in scripts/dist/squeeze.mjs. The orders there fit the code that they were found for: after a change of it another may be shorter.
// Usage: node scripts/letters.mjs consentry.js [seconds]
import { brotliCompressSync, constants } from "node:zlib";
import { rollup } from "rollup";
import configs from "../rollup.config.mjs";
import { LOCALS } from "./dist/squeeze.mjs";

const [file, seconds = "60"] = process.argv.slice(2);
const start = LOCALS[file];
if (!start) throw new Error(`${file}: name one of ${Object.keys(LOCALS).join(", ")}`);

/** The file with a number in place of each letter, cut at these: every second part is a number. */
async function numbered() {
  LOCALS[file] = [...start].map((_letter, index) => `$${index}$`);
  for (const { output, ...config } of configs) {
    if (output.dir != "dist") continue;
    const bundle = await rollup(config);
    const { output: files } = await bundle.generate(output);
    const found = files.find(({ fileName }) => fileName == file);
    if (found) return found.code.split(/\$(\d+)\$/);
  }
  throw new Error(`${file} is not built`);
}

const parts = await numbered();
/** Two letters may make a word of the language, which the build leaves out. */
const WORD = /^(as|do|if|in|is|of)$/;
const pairs = parts.flatMap((part, index) =>
  index % 2 && parts[index + 1] === "" ? [[+part, +parts[index + 2]]] : [],
);
const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
const weigh = (letters) => {
  if (pairs.some(([one, other]) => WORD.test(letters[one] + letters[other]))) return Infinity;
  const text = parts.map((part, index) => (index % 2 ? letters[part] : part)).join("");
  return brotliCompressSync(text, { params }).length;
};

const first = weigh([...start]);
let best = { letters: [...start], size: first };
let now = best;
const begun = Date.now();
const past = () => (Date.now() - begun) / (seconds * 1000);
while (past() < 1) {
  const letters = [...now.letters];
  const [one, other] = [0, 0].map(() => Math.floor(Math.random() * letters.length));
  [letters[one], letters[other]] = [letters[other], letters[one]];
  const size = weigh(letters);
  // What is worse is taken now and then, and ever less: the best is rarely found downhill alone.
  if (size <= now.size || Math.random() < Math.exp((now.size - size) / (2 * (1 - past())))) {
    now = { letters, size };
    if (size < best.size) best = now;
  }
}
console.log(`${file}: ${first} B, found ${best.size} B\n${best.letters.join("")}`);
