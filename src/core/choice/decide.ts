import { dict } from "../../lib/dict.ts";
import { own } from "../../lib/own.ts";
import type { GateConfig } from "../config/config.ts";
import { isAsked } from "../../lib/isAsked.ts";
import { makeState } from "./makeState.ts";
import { optionalCategories } from "./optionalCategories.ts";
import { permits } from "./permits.ts";
import { permittedOnlyIn } from "./permittedOnlyIn.ts";
import type { ConsentEvent, Decision, Intent, State } from "./state.ts";
import { withCategory } from "./withCategory.ts";

/** What a decision takes from the world. */
export interface Facts {
  /** Milliseconds since 1970. */
  now: number;
  /** A fresh random id, used where something is permitted and the visitor has none yet. */
  newId: string;
}

/** Turns what someone wants into a new state and what follows from it. Pure. */
export function decide(state: State, intent: Intent, config: GateConfig, facts: Facts): Decision {
  const pending = waiting(state, intent);
  const { answers, unknown } = readIntent(state, intent, config);
  const had = isGranted(config, state);
  // The browser's signal answers for one category more: what the person permitted besides gets no younger by it.
  const isOld = had && intent.source == "gpc";
  // Whole seconds, because the cookie holds whole seconds and must read back the same.
  const now = Math.floor(facts.now / 1000) * 1000;
  const made = makeState(
    config,
    {
      subjectId: null,
      decidedAt: isOld ? state.decidedAt : now,
      source: intent.source,
      pending,
      lapse: pending.length ? state.lapse : null,
    },
    (id) => answers[id],
  );
  const has = isGranted(config, made);
  // No one who permits nothing needs a name on the next page.
  const next = has ? Object.freeze({ ...made, subjectId: state.subjectId ?? facts.newId }) : made;
  const gained = permittedOnlyIn(next, state);
  const lost = permittedOnlyIn(state, next);
  const event = (): ConsentEvent => {
    if (!has) return had ? "withdrawn" : "refused";
    if (isOld) return "changed";
    const first = state.status == "undecided";
    if (first && state.lapse) return "renewed";
    if (gained.length) return first ? "given" : "changed";
    return lost.length ? "withdrawn" : "renewed";
  };
  return {
    state: next,
    event: event(),
    method: intent.kind,
    source: intent.source,
    trusted: intent.trusted,
    gained,
    lost,
    unknown,
  };
}

/** Categories that wait for an answer still: only a partial choice leaves any. */
function waiting(state: State, intent: Intent): readonly string[] {
  if (intent.kind != "save" || own(intent, "partial") !== true) return [];
  return state.pending.filter((id) => !Object.hasOwn(intent.choices, id));
}

/**
 * The answer for every category and service once the intent is honoured. A category that no one is asked for has one
 * only where the intent names it.
 */
function readIntent(
  state: State,
  intent: Intent,
  config: GateConfig,
): { answers: Record<string, boolean>; unknown: string[] } {
  const answers = dict<boolean>();
  const unknown: string[] = [];
  const all = intent.kind == "accept-all";
  // Its own id: an inherited one would turn "withdraw everything" into less.
  const one = intent.kind == "withdraw" && Object.hasOwn(intent, "id") ? intent.id : undefined;
  const keep = intent.kind == "save" || one != null;
  for (const id of config.categories) {
    if (isAsked(state, id)) answers[id] = keep ? permits(state, id) : all;
  }
  for (const { id } of config.services) answers[id] = keep ? permits(state, id) : all;

  const set = (id: string, value: boolean) => {
    if (config.categories.includes(id)) {
      Object.assign(answers, withCategory(id, value, config));
    } else if (id in answers) answers[id] = value;
    else unknown.push(id);
  };
  if (intent.kind == "save") {
    // Categories first, so that a service named beside its category keeps its own answer.
    const ids = Object.keys(intent.choices);
    const isCategory = (id: string) => config.categories.includes(id);
    for (const id of [...ids.filter(isCategory), ...ids.filter((id) => !isCategory(id))]) {
      set(id, intent.choices[id] === true);
    }
  } else if (one != null) set(one, false);
  return { answers, unknown };
}

/** Whether anything is permitted that asks for consent. */
function isGranted(config: GateConfig, state: State): boolean {
  return (
    optionalCategories(config).some((id) => permits(state, id)) ||
    config.services.some(({ id, basis }) => basis == "consent" && permits(state, id))
  );
}
