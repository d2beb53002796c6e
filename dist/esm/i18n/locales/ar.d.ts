import type { Messages } from "../messages.ts";
/** Arabic. Passive and nominal, as verbs would have to know a gender; counts stand after a colon, so that the noun need not agree. */
declare const ar: Messages;
export default ar;
