import type { Messages } from "../messages.ts";
/** French. Says “vous”; “traceurs” is the word of the CNIL. No-break spaces stand before « : » and inside « ». */
declare const fr: Messages;
export default fr;
