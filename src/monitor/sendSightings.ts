import type { Sighting } from "./watched.ts";

/** Where sightings go, and what is said beside them. */
export interface SendOptions {
  /** Address of the collector that takes them: its `/v1/sightings`. */
  collector: string;
  /** The site's own name for what it has published. Default none. */
  release?: string;
}

/** Most sightings of one page. */
const MOST = 50;

/**
 * Collects what the monitor sees and sends it once, when the page is left: host or name, kind, path of the page, release.
 * No query, no visitor: numbers in paths and names, and what is as long as an id, become `*`.
 *
 * @returns adds a sighting
 * @throws never
 * @example
 * import { sendSightings, startMonitor, type Watched } from "consentry/monitor";
 *
 * declare const services: readonly Watched[];
 * const add = sendSightings({ collector: "/consent/v1/sightings", release: "2026-11-29" });
 * // Of a hundred page views one.
 * if (Math.random() < 0.01) startMonitor({ services, permits: () => false, onSighting: add });
 */
export function sendSightings({
  collector,
  release = "",
}: SendOptions): (sighting: Sighting) => void {
  const page = location.pathname
    .slice(0, 200)
    .split("/")
    .map((part) => (/\d{3}|@|%40|.{25}/.test(part) ? "*" : part))
    .join("/");
  const seen: { service: string; kind: string; what: string }[] = [];
  const send = (): void => {
    const all = seen.splice(0);
    // As plain text, which asks no server for leave first.
    if (all.length) navigator.sendBeacon(collector, JSON.stringify({ release, page, seen: all }));
  };
  addEventListener("pagehide", send);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState == "hidden") send();
  });
  let count = 0;
  return ({ service, kind, what }) => {
    const name = what.replace(/\d{3,}|[\w-]{25,}|[^\w.:[\]-]/g, "*");
    if (count++ < MOST) seen.push({ service, kind, what: name.slice(0, 120) });
  };
}
