import type { Decision, Source } from "./state.ts";

/** No one was shown anything at that moment: the site answers for these, and the browser's signal only refuses. */
const PROGRAMS: readonly Source[] = ["api", "import", "agent", "gpc"];

/**
 * Whether a decision may count. A person's consent must be informed (GDPR Art. 4(11)): one that grants, or renews what
 * was granted, needs words of ours on the screen. To refuse, to object and to withdraw no one needs to have read anything.
 *
 * @param notice exactly what was shown, or empty
 */
export function isInformed({ event, source }: Decision, notice: string): boolean {
  return notice != "" || event == "refused" || event == "withdrawn" || PROGRAMS.includes(source);
}
