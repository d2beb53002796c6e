import type { Leak } from "./watch.ts";

const MOST = 40; // lines

/** Something happened that the visitor's choice does not permit. The message lists it. */
export class LeakError extends Error {
  /** Tells it from other errors. */
  override name = "LeakError";
  /** Each thing that was requested or stored. */
  readonly leaks: readonly Leak[];

  constructor(what: string, leaks: readonly Leak[], hint: string) {
    const lines = [...new Set(leaks.map((leak) => `  ${describeLeak(leak)}`))];
    const more = lines.length > MOST ? [`  … and ${lines.length - MOST} more`] : [];
    super([what, ...lines.slice(0, MOST), ...more, hint].join("\n"));
    this.leaks = leaks;
  }
}

/** `requested GET https://static.hotjar.com/c/hotjar-1.js (script, hotjar, page 1)` */
export function describeLeak({ kind, name, host, medium, services, navigation }: Leak): string {
  const whose = services.length ? services.join(" or ") : "declared by no service";
  if (kind == "request") {
    const where = [medium, whose, ...(navigation ? [`page ${navigation}`] : [])];
    return `requested ${name} (${where.filter(Boolean).join(", ")})`;
  }
  return `stored ${medium} ${name} (${[host, whose].filter(Boolean).join(", ")})`;
}
