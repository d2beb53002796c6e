import type { KeepConfig } from "./config.ts";
import { parseGpc } from "./parseGpc.ts";
import type { Note } from "../problems/problem.ts";
import { readOption } from "./readOption.ts";

/** Parses where choices are kept and sent, and when to reload. Never throws. */
export function parseKeep(input: unknown, note: Note): KeepConfig {
  const { text, url, oneOf } = readOption(input, note);
  return {
    domain: text("domain"),
    reload: oneOf("reload", "auto", "always", "never"),
    policy: oneOf("policy", "none", "next", "reload"),
    collector: url("collector"),
    gpc: parseGpc(input, note),
  };
}
