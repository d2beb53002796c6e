import { dict } from "../../lib/dict.ts";
import { isId } from "../../lib/isId.ts";
import { keysOf } from "../../lib/keysOf.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import { NECESSARY, type GateConfig } from "./config.ts";
import { parseService } from "./parseService.ts";
import type { Note } from "../problems/problem.ts";
import type { Service } from "./service.ts";

/** More categories, or twenty-five times more services, than any notice lists: what is beyond stays blocked. */
const MOST = 40;

/**
 * Parses, of a configuration of unknown origin, what deciding and gating need. Never throws; reads
 * own properties only; each mistake is one finding and costs only what it touches. A configuration
 * that names no controller is not usable: nothing is asked and nothing is permitted.
 */
export function parseGate(input: unknown, note: Note): GateConfig {
  const name = textOf(own(own(input, "controller"), "name")).trim();
  if (!name) {
    const isGiven = (): boolean => isObject(input) && !listOf(input, 0);
    note(
      isGiven() ? "controller-missing" : "config-not-object",
      isGiven() ? "controller.name" : "",
    );
  }

  const wanted = own(input, "categories");
  const fixed = wanted != null;
  const categories = [NECESSARY];
  const names = listOf(wanted ?? ["performance", "marketing"], MOST);
  for (const id of names ?? keysOf(wanted).slice(0, MOST)) {
    if (!isId(id)) note("bad-id", `categories.${typeof id == "string" ? id : "?"}`);
    else if (!categories.includes(id)) categories.push(id);
  }

  const listed = own(input, "services");
  const services: Service[] = [];
  const catalogue = dict<object>();
  const list = listOf(listed, 25 * MOST);
  list?.forEach((value, index) => {
    const service = parseService(value, `services[${index}]`, categories, fixed, note);
    if (!service) return;
    if (services.some(({ id }) => id == service.id)) note("duplicate-id", service.id);
    else services.push(service);
  });
  if (!list) {
    if (listed !== undefined && !isObject(listed)) note("wrong-type", "services");
    for (const id of keysOf(listed)) {
      const options = own(listed, id);
      if (isId(id) && isObject(options)) catalogue[id] = options;
      else note(isId(id) ? "wrong-type" : "bad-id", `services.${id}`);
    }
  }

  const whole = (key: "days" | "revision", fallback: number, least: number, end: number) => {
    const value = (own(input, key) ?? fallback) as number;
    if (Number.isInteger(value) && value >= least && value < end) return value;
    note(key == "days" ? "bad-days" : "wrong-type", key);
    return fallback;
  };
  return {
    _usable: !!name,
    name,
    categories,
    _categoriesFixed: fixed,
    services,
    _catalogue: catalogue,
    revision: whole("revision", 1, 0, 1e9),
    days: whole("days", 180, 1, 401),
    _hostOnly: own(input, "hostOnly") === true,
    nonce: textOf(own(input, "nonce")),
    signals: listOf(own(input, "signals"), MOST) ?? keysOf(own(input, "signals")),
  };
}

function isObject(value: unknown): value is object {
  return value === Object(value);
}

function textOf(value: unknown): string {
  return typeof value == "string" ? value : "";
}
