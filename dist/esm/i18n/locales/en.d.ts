import type { Messages } from "../messages.ts";
/** English. Plain words, the terms of the GDPR where there is one. */
declare const en: Messages;
export default en;
