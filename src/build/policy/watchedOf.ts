import type { GateConfig } from "../../core/config/config.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import type { Watched } from "../../monitor/watched.ts";

/** What the monitor needs of a site's services: hosts and names, and nothing that a visitor could not see. */
export function watchedOf(config: GateConfig): Watched[] {
  return config.services.map(({ id, name, hosts = [], hostsFor = {}, storage }) => ({
    id,
    name,
    hosts: [...new Set([...hosts, ...Object.values(hostsFor).flat()])].map((host) =>
      host.replace(/^[a-z]+:\/\//i, "").replace(/[:/].*$/, ""),
    ),
    keys: [...new Set((listOf(storage, 1000) ?? []).map((item) => String(own(item, "name"))))],
  }));
}
