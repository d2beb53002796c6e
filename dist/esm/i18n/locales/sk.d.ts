import type { Messages } from "../messages.ts";
/** Slovak. Says “vy”; the terms of the GDPR. */
declare const sk: Messages;
export default sk;
