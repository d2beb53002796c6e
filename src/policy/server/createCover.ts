import type { Options } from "../../core/config/options.ts";
import type { State } from "../../core/choice/state.ts";
import { cookieState } from "../../core/choice/cookieState.ts";
import { parseGate } from "../../core/config/parseGate.ts";
import { createPolicy } from "../createPolicy.ts";
import type { Policy, PolicyBase } from "../policyBase.ts";
import type { HeaderBag } from "./headerBag.ts";
import { privateHeaders, varyBy } from "./privateHeaders.ts";

/** What a request says of who asks, and for what. */
export interface Asked {
  /** Its Cookie header. */
  cookie: string | null;
  /** Its `Sec-Fetch-Dest`, where the browser sends one. */
  destination: string | null;
}

const CSP = "content-security-policy";
/** Documents that can run or fetch something. */
const DOCUMENT = /^(?:text\/(?:html|xml)|application\/(?:xhtml\+xml|xml)|image\/svg\+xml)\b/i;
const SCRIPT = /^(?:text|application)\/(?:x-)?(?:java|ecma)script\b/i;
/** Sites have a handful of policies of their own; one with a nonce in it is another each time. */
const KEPT = 20;

/**
 * Sets the headers of an answer: a document, and the script of a dedicated worker, get the policy of the visitor who
 * asks and belong in no shared cache; any other script gets the policy of nobody's consent, the same for all, because
 * it may become a worker that outlives a choice. Everything else stays as it is.
 */
export function createCover(
  options: Options,
  base: PolicyBase,
): (asked: Asked, headers: HeaderBag) => void {
  const kept = new Map<string, (state: State) => Policy>();
  const policyFor = (site: string | null): ((state: State) => Policy) => {
    const text = site ?? "";
    let made = kept.get(text);
    if (!made) {
      if (kept.size >= KEPT) kept.clear();
      made = createPolicy(
        options,
        site == null ? base : { ...base, policy: both(base.policy, site) },
      );
      kept.set(text, made);
    }
    return made;
  };
  const config = parseGate(options, () => {});
  const nobody = cookieState(null, config, 0);
  return ({ cookie, destination }, headers) => {
    const type = headers.get("content-type");
    const isScript = type != null && SCRIPT.test(type);
    // Without a type browsers look into the answer, and may find a document.
    if (type && !isScript && !DOCUMENT.test(type)) return;
    const personal = !isScript || destination == "worker";
    const { headers: made } = policyFor(headers.get(CSP))(
      personal ? cookieState(cookie, config, Date.now()) : nobody,
    );
    for (const [name, value] of Object.entries(made)) {
      const theirs = name.endsWith("-report-only") ? headers.get(name) : null;
      headers.set(name, theirs ? `${theirs}, ${value}` : value);
    }
    if (isScript) varyBy(headers, "Sec-Fetch-Dest");
    if (personal) privateHeaders(headers);
  };
}

function both(first: string | undefined, second: string): string {
  return first ? `${first}, ${second}` : second;
}
