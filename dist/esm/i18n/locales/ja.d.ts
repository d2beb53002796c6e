import type { Messages } from "../messages.ts";
/** Japanese. Polite form. */
declare const ja: Messages;
export default ja;
