import { keysOf } from '../lib/keysOf.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { isOption } from './isOption.js';
import { parseFace } from './parseFace.js';
import { parseGate } from './parseGate.js';
import { parseKeep } from './parseKeep.js';
import { readOption } from './readOption.js';

const MOST = 50;
const BASES = ["consent", "necessary", "legitimate-interest"];
function findProblems(options) {
  const findings = [];
  const note = (code, at) => {
    if (findings.length < MOST) findings.push({ code, at });
    else if (findings.length == MOST) findings.push({ code: "too-many", at: "" });
  };
  for (const key of keysOf(options)) {
    if (!isOption(key)) note("unknown-option", key);
  }
  const { text, flag } = readOption(options, note);
  text("nonce");
  flag("hostOnly");
  const signals = own(options, "signals");
  if (signals !== void 0 && !listOf(signals, 0)) note("wrong-type", "signals");
  const categories = listOf(own(options, "categories"), 1e3);
  if (categories && new Set(categories).size != categories.length) {
    note("duplicate-id", "categories");
  }
  listOf(own(options, "services"), MOST)?.forEach((service, index) => {
    const basis = own(service, "basis");
    if (basis !== void 0 && !BASES.includes(basis)) {
      note("wrong-type", `services[${index}].basis`);
    }
  });
  const gate = parseGate(options, note);
  parseFace(options, gate, note);
  parseKeep(options, note);
  return findings;
}

export { findProblems };
