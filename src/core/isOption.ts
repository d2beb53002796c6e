import type { Options } from "./options.ts";

/** Every option there is; the type makes the list complete. */
const KNOWN: Record<keyof Options, true> = {
  controller: true,
  policyUrl: true,
  categories: true,
  services: true,
  revision: true,
  days: true,
  domain: true,
  hostOnly: true,
  language: true,
  texts: true,
  layout: true,
  reopenButton: true,
  reload: true,
  nonce: true,
  signals: true,
  migrate: true,
  collector: true,
  gpc: true,
  ui: true,
  locales: true,
};

/** Whether there is an option of that name. */
export function isOption(name: string): boolean {
  return Object.hasOwn(KNOWN, name);
}
