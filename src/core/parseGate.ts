import { dict } from "../lib/dict.ts";
import { isId } from "../lib/isId.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";
import { NECESSARY, type GateConfig } from "./config.ts";
import { parseService } from "./parseService.ts";
import type { Note } from "./problem.ts";
import type { Service } from "./service.ts";

/**
 * Parses, of a configuration of unknown origin, what deciding and gating need. Never throws; reads
 * own properties only; each mistake is one finding and costs only what it touches. A configuration
 * that names no controller is not usable: nothing is asked and nothing is permitted.
 */
export function parseGate(input: unknown, note: Note): GateConfig {
  const isObject = input === Object(input) && !Array.isArray(input);
  const given = own(input, "controller");
  const name = String(own(given, "name") ?? "").trim();
  if (!isObject) note("config-not-object", "");
  else if (!name) note("controller-missing", "controller.name");

  const wanted = own(input, "categories");
  const categories = [NECESSARY];
  for (const id of Array.isArray(wanted)
    ? (wanted as unknown[])
    : wanted === undefined
      ? ["performance", "marketing"]
      : keysOf(wanted)) {
    if (!isId(id)) note("bad-id", `categories.${String(id)}`);
    else if (!categories.includes(id)) categories.push(id);
  }

  const listed = own(input, "services");
  const services: Service[] = [];
  const ids = new Set<string>();
  const catalogue = dict<object>();
  const fixed = wanted !== undefined;
  if (Array.isArray(listed)) {
    for (let index = 0; index < listed.length; index++) {
      const service = parseService(listed[index], `services[${index}]`, categories, fixed, note);
      if (!service) continue;
      if (ids.has(service.id)) note("duplicate-id", service.id);
      else services.push(service);
      ids.add(service.id);
    }
  } else if (listed !== undefined) {
    if (listed !== Object(listed)) note("wrong-type", "services");
    for (const id of keysOf(listed)) {
      const options = own(listed, id);
      if (!isId(id)) note("bad-id", `services.${id}`);
      else if (options !== Object(options)) note("wrong-type", `services.${id}`);
      else catalogue[id] = options as object;
    }
  }

  const whole = (key: "days" | "revision", fallback: number, least: number, most: number) => {
    const value = Number(own(input, key) ?? fallback);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    note(key == "days" ? "bad-days" : "wrong-type", key);
    return fallback;
  };
  const nonce = own(input, "nonce");
  const signals = own(input, "signals");
  return {
    usable: isObject && name != "",
    name,
    categories,
    categoriesFixed: fixed,
    services,
    catalogue,
    revision: whole("revision", 1, 0, 999_999_999),
    days: whole("days", 180, 1, 400),
    hostOnly: own(input, "hostOnly") === true,
    nonce: typeof nonce == "string" ? nonce : "",
    signals: (Array.isArray(signals) ? (signals as unknown[]) : []).map((signal) =>
      String(own(signal, "id") ?? signal),
    ),
  };
}
