import { cookieName } from "../../core/config/names.ts";
import { NECESSARY, type GateConfig } from "../../core/config/config.ts";
import { fingerprint } from "../../core/choice/fingerprint.ts";
import { composePolicy } from "../../policy/composePolicy.ts";
import type { Plan } from "../../policy/createPlan.ts";
import { writePlan } from "../../policy/createPolicy.ts";
import { SiteError } from "../SiteError.ts";

/** What a server has to find in the cookie to hold one thing permitted; regular expressions that any engine reads. */
export interface Switch {
  /** Category, or `objections` for services under legitimate interest that no one objected to. */
  id: string;
  /** The whole cookie with a yes to it that counts; null for what is on unless `refused` fits. */
  permitted: string | null;
  /** The cookie refuses one of its services by itself: then all of it stays blocked. */
  refused: string | null;
}

/** One combination of switches, and the policy it has. */
export interface Choice {
  /** A `1` or `0` for each switch, in their order. */
  bits: string;
  /** The switches that are on. */
  on: readonly string[];
  policy: string;
}

/** All that a recipe is made of. */
export interface Choices {
  cookie: string;
  /** Two cookies of our name: nothing counts. */
  doubled: string;
  switches: readonly Switch[];
  choices: readonly Choice[];
  /** The policy of who has decided nothing. */
  undecided: string;
}

/** Each switch doubles the recipe: beyond this a server in code is the better place. */
const MOST = 6;
const LIST = "[A-Za-z0-9_+.-]*";
const INTEREST = "objections";

/** Every combination of categories that a cookie can permit, with its policy. */
export function choicesOf(config: GateConfig, plan: Plan): Choices {
  const cookie = cookieName(config._hostOnly, true);
  const interest = config.services.filter(({ basis }) => basis == "legitimate-interest");
  const asked = config.categories.filter(
    (id) =>
      id != NECESSARY &&
      config.services.some(({ category, basis }) => category == id && basis == "consent"),
  );
  const switches = asked.map((id) => categorySwitch(config, cookie, id));
  if (interest.length) {
    const refused = refusal(interest.map(({ id }) => id));
    switches.push({ id: INTEREST, permitted: null, refused });
  }
  if (switches.length > MOST) {
    throw new SiteError(
      "config",
      `policy-too-many: A recipe holds at most ${MOST} categories, and this site has ${switches.length}. Use the middleware of consentry/policy.`,
    );
  }
  const choices = Array.from({ length: 2 ** switches.length }, (_, index): Choice => {
    const bits = index
      .toString(2)
      .padStart(switches.length, "0")
      .slice(-switches.length || 1);
    const on = switches.filter((_one, at) => bits[at] == "1").map(({ id }) => id);
    return { bits: switches.length ? bits : "", on, policy: policyOf(config, plan, on) };
  });
  return {
    cookie,
    doubled: `(^|; ?)${cookie}=.*; ?${cookie}=`,
    switches,
    choices,
    undecided: policyOf(config, plan, interest.length ? [INTEREST] : []),
  };
}

function policyOf(config: GateConfig, plan: Plan, on: readonly string[]): string {
  const permitted = config.services.filter(({ basis, category, ended }) => {
    if (ended) return false;
    if (basis == NECESSARY) return true;
    return on.includes(basis == "consent" ? category : INTEREST);
  });
  return writePlan(
    plan,
    composePolicy(
      plan,
      permitted.map(({ id }) => id),
    ),
  );
}

function categorySwitch(config: GateConfig, cookie: string, id: string): Switch {
  const print = `${id}.${fingerprint(config, id)}`.replaceAll(".", "[.]");
  const within = (item: string): string => `([A-Za-z0-9_.-]+[+])*${item}([+][A-Za-z0-9_.-]+)*`;
  return {
    id,
    permitted:
      `(^|; ?)${cookie}=v=1&id=[A-Za-z0-9_-]+&t=[0-9]+&r=${config.revision}` +
      `&yes=${within(id)}&no=${LIST}&f=${within(print)}(;|$)`,
    refused: refusal(
      config.services
        .filter(({ category, basis }) => category == id && basis == "consent")
        .map((service) => service.id),
    ),
  };
}

function refusal(ids: readonly string[]): string {
  return `&no=([A-Za-z0-9_-]+[+])*(${ids.join("|")})([+&])`;
}
