import type { Messages } from "../messages.ts";
/** Portuguese of Portugal. Speaks in the third person; the terms of the RGPD. */
declare const pt: Messages;
export default pt;
