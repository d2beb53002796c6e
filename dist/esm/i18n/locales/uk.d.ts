import type { Messages } from "../messages.ts";
/** Ukrainian. Says “ви”. */
declare const uk: Messages;
export default uk;
