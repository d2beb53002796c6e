import type { Messages } from "../messages.ts";
/** Italian. Says “Lei”, written small; the terms of the RGPD as the Garante uses them. */
declare const it: Messages;
export default it;
