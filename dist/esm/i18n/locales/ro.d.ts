import type { Messages } from "../messages.ts";
/** Romanian. Says “dumneavoastră”; the terms of the RGPD. */
declare const ro: Messages;
export default ro;
