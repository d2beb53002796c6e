import type { Messages } from "../messages.ts";
/** Polish. Says “Ty” with verbs in the second person, the plain style of gov.pl; the terms of the RODO. */
declare const pl: Messages;
export default pl;
