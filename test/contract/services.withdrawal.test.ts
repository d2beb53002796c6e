import { expect, test } from "vitest";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { decide } from "../../src/core/choice/decide.ts";
import { transition } from "../../src/core/choice/transition.ts";
import { storedChoice } from "../../src/core/choice/storedChoice.ts";
import { resume } from "../../src/core/choice/resume.ts";
import type { Service } from "../../src/core/config/service.ts";
import { expectations } from "./calls/all.ts";
import { NOW } from "./calls/expectation.ts";
import { services } from "./catalogue.ts";

// What a withdrawal does with each service of the catalogue, in every way that a site can embed it.

/** What ran of it: a script of the page's markup, the service's own loader. A frame is neither. */
const WAYS = {
  "a frame": { marked: false, started: false },
  "a script of the page": { marked: true, started: false },
  "its loader": { marked: false, started: true },
  "its loader and a script of the page": { marked: true, started: true },
};

/** Whether the page is loaded anew when all that was accepted is withdrawn. */
function reloads(service: Service, ran: { marked: boolean; started: boolean }): boolean {
  const config = parseGate({ controller: { name: "Acme" }, services: [service] }, () => {});
  const undecided = resume(storedChoice([]), config, NOW);
  const facts = { now: NOW, newId: "id" };
  const by = { source: "api", trusted: false } as const;
  const yes = decide(undecided, { kind: "accept-all", ...by }, config, facts).state;
  const no = decide(yes, { kind: "reject-all", ...by }, config, facts).state;
  const rules = { services: config.services, reload: "auto" } as const;
  const { _mustReload: mustReload } = transition(yes, no, rules, {
    marked: (id) => ran.marked && id == service.id,
    started: (id) => ran.started && id == service.id,
  });
  return mustReload;
}

for (const { id, make } of services) {
  // Where its vendor's id is given, and where the page's markup starts it.
  const forms = { "with its options": make(expectations[id]?.options), "without options": make() };
  for (const [form, service] of Object.entries(forms)) {
    test(`${id} ${form}: what ran and no call of its vendor stops ends with a reload`, () => {
      const silenced = service.silencedBy == "revoke" && typeof service.revoke == "function";
      for (const [way, ran] of Object.entries(WAYS)) {
        const script = ran.marked || (ran.started && !!service.load);
        const isAsked = service.category != "necessary";
        expect([way, reloads(service, ran)]).toEqual([way, isAsked && script && !silenced]);
      }
    });
  }
}
