import type { Messages } from "../messages.ts";
/** Basque. Says “zu”; names stand after a colon where a case ending would have to be put on them. */
declare const eu: Messages;
export default eu;
