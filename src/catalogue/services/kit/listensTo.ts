import { listOf } from "../../../lib/listOf.ts";
import { own } from "../../../lib/own.ts";

/** Whether the site's options name this signal: it then tells the vendor, and the service does not. */
export function listensTo(options: unknown, signal: string): boolean {
  return !!listOf(own(options, "signals"), 40)?.includes(signal);
}
