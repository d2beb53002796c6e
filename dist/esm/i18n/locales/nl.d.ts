import type { Messages } from "../messages.ts";
/** Dutch. Says “u”, as the Autoriteit Persoonsgegevens does. */
declare const nl: Messages;
export default nl;
