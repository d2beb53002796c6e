import type { Messages } from "../messages.ts";
/** Lithuanian. Says “jūs”; the terms of the BDAR. */
declare const lt: Messages;
export default lt;
