import type { Messages } from "../messages.ts";
/** Korean. Polite form. */
declare const ko: Messages;
export default ko;
