import type { Messages } from "../messages.ts";
/** Chinese in traditional script, in the words of Taiwan. Says “您”. */
declare const zhHant: Messages;
export default zhHant;
