/** `consentry.monitor.js`: watches a page that asks for it, and shows its owner what leaks. */
import { createPanel } from "../monitor/createPanel.ts";
import { sendSightings } from "../monitor/sendSightings.ts";
import { startMonitor } from "../monitor/startMonitor.ts";
import type { Watched } from "../monitor/watched.ts";
import { own } from "../lib/own.ts";

const { dataset } = document.currentScript as HTMLScriptElement;
const page = window as unknown as { Consentry?: { push(call: (consent: unknown) => void): void } };

const { services: list, collector, release = "", sample } = dataset;
// Where the site is made, or where its owner asks to see.
const isOwner =
  /^(localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/.test(location.hostname) ||
  location.hash == "#consentry-check";
/** Of the page views of visitors a part is looked at, where it is sent to a collector. */
const isWatched = isOwner || !collector || Math.random() < Number(sample ?? 0.01);

/** What a policy stops before the list of services has come. */
const earlier: SecurityPolicyViolationEvent[] = [];
const keep = (event: SecurityPolicyViolationEvent): void => void earlier.push(event);

const watch = async (consent: { permits(id: string): boolean }): Promise<void> => {
  const services = (await (await fetch(list!)).json()) as Watched[];
  const permits = (id: string): boolean => consent.permits(id);
  const panel = isOwner ? createPanel(services, permits) : null;
  const send = collector && !isOwner ? sendSightings({ collector, release }) : null;
  document.removeEventListener("securitypolicyviolation", keep);
  startMonitor({
    earlier,
    services,
    permits,
    own: [
      ...(dataset["own"]?.split(/\s+/) ?? []),
      ...(collector ? [new URL(collector, location.href).hostname] : []),
    ],
    onSighting(sighting, href) {
      const { verdict, service, kind, what } = sighting;
      const at = `${kind} ${what}${service && ` (${service})`}`;
      const says = verdict == "leak" ? "is not permitted" : "is declared nowhere";
      const message = `${at} ${says}, and the page used it. Mark or declare it.`;
      console.warn(`[consentry] leak: ${message}`, sighting);
      const detail = { code: "leak", at, message, sighting };
      document.dispatchEvent(new CustomEvent("consentry:problem", { detail }));
      panel?.add(sighting, href);
      send?.(sighting);
    },
  });
};

if (list && isWatched) {
  document.addEventListener("securitypolicyviolation", keep);
  const start = (consent: unknown): void => {
    void watch(consent as { permits(id: string): boolean }).catch(() => {
      console.warn("[consentry] The list of services for the monitor could not be read.");
    });
  };
  if (typeof own(page.Consentry, "push") == "function") page.Consentry!.push(start);
  else (page.Consentry ??= [] as never).push(start);
}
