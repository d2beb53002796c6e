import { expect, it } from "vitest";
import { decide } from "./decide.ts";
import { parseGate } from "../config/parseGate.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";

it("withdraws everything whatever Object.prototype.id is", () => {
  const config = parseGate({ controller: { name: "Acme BV" } }, () => {});
  const facts = { now: 1e12, newId: "subject-0001" };
  const by = { source: "api", trusted: false } as const;
  const all = decide(
    resume(storedChoice([]), config, 1e12),
    { kind: "accept-all", ...by },
    config,
    facts,
  ).state;
  Object.defineProperty(Object.prototype, "id", { value: "x", configurable: true });
  const { state } = decide(all, { kind: "withdraw", ...by }, config, facts);
  Reflect.deleteProperty(Object.prototype, "id");
  expect(state.categories["marketing"]).toBe(false);
});
