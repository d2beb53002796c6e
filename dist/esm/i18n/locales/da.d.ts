import type { Messages } from "../messages.ts";
/** Danish. Says “du”, as Datatilsynet does. */
declare const da: Messages;
export default da;
