import type { Messages } from "../messages.ts";
/** Icelandic. Says “þú”; the terms of lög nr. 90/2018, as Persónuvernd uses them. */
declare const is: Messages;
export default is;
