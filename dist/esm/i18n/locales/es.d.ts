import type { Messages } from "../messages.ts";
/** Spanish. Says “usted”; the terms of the RGPD. */
declare const es: Messages;
export default es;
