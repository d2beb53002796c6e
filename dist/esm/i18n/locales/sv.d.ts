import type { Messages } from "../messages.ts";
/** Swedish. Says “du”; “kakor” and the terms of the dataskyddsförordningen, as PTS and IMY use them. */
declare const sv: Messages;
export default sv;
