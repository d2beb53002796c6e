/** `consentry.monitor.js`: watches a page that asks for it, and shows its owner what leaks. */
import { createPanel } from "../monitor/createPanel.ts";
import { startMonitor } from "../monitor/startMonitor.ts";
import type { Watched } from "../monitor/watched.ts";
import { own } from "../lib/own.ts";

const { dataset } = document.currentScript as HTMLScriptElement;
const page = window as unknown as { Consentry?: { push(call: (consent: unknown) => void): void } };

const watch = async (consent: { permits(id: string): boolean }): Promise<void> => {
  const services = (await (await fetch(dataset["services"]!)).json()) as Watched[];
  const permits = (id: string): boolean => consent.permits(id);
  // On the machine of whoever makes the site, or where its owner asks to see.
  const isOwner =
    /^(localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/.test(location.hostname) ||
    location.hash == "#consentry-check";
  const panel = isOwner ? createPanel(services, permits) : null;
  startMonitor({
    services,
    permits,
    own: dataset["own"]?.split(/\s+/) ?? [],
    onSighting(sighting) {
      const { verdict, service, kind, what } = sighting;
      const at = `${kind} ${what}${service && ` (${service})`}`;
      const says = verdict == "leak" ? "is not permitted" : "is declared nowhere";
      const message = `${at} ${says}, and the page used it. Mark or declare it.`;
      console.warn(`[consentry] leak: ${message}`, sighting);
      const detail = { code: "leak", at, message, sighting };
      document.dispatchEvent(new CustomEvent("consentry:problem", { detail }));
      panel?.add(sighting);
    },
  });
};

if (dataset["services"]) {
  const start = (consent: unknown): void => {
    void watch(consent as { permits(id: string): boolean }).catch(() => {
      console.warn("[consentry] The list of services for the monitor could not be read.");
    });
  };
  if (typeof own(page.Consentry, "push") == "function") page.Consentry!.push(start);
  else (page.Consentry ??= [] as never).push(start);
}
