import type { Messages } from "../messages.ts";
/** Latvian. Says “Jūs”; the terms of the VDAR. */
declare const lv: Messages;
export default lv;
