import { matchesHost } from "../../lib/matchesHost.ts";
import type { Found } from "./judgeBanner.ts";
import type { LiveOptions } from "./liveOptions.ts";
import type { PageFacts } from "./pageFacts.ts";
import type { DrawnBanner } from "./readBanner.ts";
import type { Visitor } from "./visitor.ts";

export function judgeConsentMode(facts: PageFacts | null): Found[] {
  const early = facts?.decided ? [] : (facts?.consentMode ?? []);
  const granted = early
    .filter(({ granted: keys }) => keys.length)
    .flatMap(({ granted: keys }) => keys);
  return granted.length
    ? [
        {
          rule: "consent-mode-granted",
          level: "error",
          what: granted[0]!,
          message: `The page tells Google that ${[...new Set(granted)].join(", ")} is granted before anyone was asked.`,
          fix: 'Delete the call and add "google-consent-mode" to signals.',
        },
      ]
    : [];
}

export function judgeScrolling(before: PageFacts | null, after: PageFacts | null): Found[] {
  return before && after && !before.decided && after.decided
    ? [
        {
          rule: "scrolling-consents",
          level: "error",
          what: "scrolling",
          message: "Moving the pointer and scrolling made a decision.",
          fix: "Decide only when a button is pressed.",
        },
      ]
    : [];
}

export function judgeGrant(
  visitor: Visitor,
  facts: PageFacts | null,
  banner: DrawnBanner,
  requests: readonly { services: readonly string[] }[],
  { site, declared }: LiveOptions,
): Found[] {
  const found: Found[] = [];
  const marked = new Set(banner.marks.flatMap((ids) => ids.split(/\s+/)));
  for (const service of site.services) {
    const { id, name, hosts, basis } = service;
    const blocked = [...visitor.recording.blocked].find((address) => {
      const host = URL.canParse(address) ? new URL(address).hostname : "";
      return hosts?.some((declared) => matchesHost(declared, host));
    });
    if (blocked && facts?.permitted.includes(id)) {
      found.push({
        rule: "policy-blocks-permitted",
        level: "error",
        what: blocked.split(/[?#]/)[0]!,
        message: `The content security policy blocks ${name}, which is permitted.`,
        fix: "Add its host to the policy.",
        evidence: { service: id },
      });
      continue;
    }
    const starts =
      declared && basis == "consent" && hosts?.length && (service.load || marked.has(id));
    if (starts && !requests.some(({ services }) => services.includes(id))) {
      found.push({
        rule: "grant-without-effect",
        level: "note",
        what: id,
        message: `${name} is permitted, and nothing was asked of it.`,
        fix: "Look whether its snippet is on this page and its id is right; where it waits for a click, nothing is wrong.",
        evidence: { service: id },
      });
    }
  }
  return found;
}

const GOOGLE =
  /(?:^|\.)(?:googletagmanager|google-analytics|googleadservices|googlesyndication|doubleclick)\.(?:com|net)$/;

export function judgeDataLayer(
  facts: PageFacts | null,
  banner: DrawnBanner,
  requests: readonly { host: string }[],
  { site, declared }: LiveOptions,
): Found[] {
  const wanted = declared && site.signals.some((signal) => signal == "google-consent-mode");
  const spoken = facts?.consentMode ?? [];
  // Other tools tell Google's queue their defaults on every page, also where no tag of Google's listens.
  const isHeard = banner.by == "consentry" || requests.some(({ host }) => GOOGLE.test(host));
  const isSilent =
    (wanted || (spoken.length > 0 && isHeard)) && !spoken.some(({ granted }) => granted.length);
  return isSilent
    ? [
        {
          rule: "data-layer-silent",
          level: "error",
          what: "dataLayer",
          message: "Everything was accepted, and no consent update reached the data layer.",
          fix: 'Add "google-consent-mode" to signals.',
        },
      ]
    : [];
}
