import type { Messages } from "../messages.ts";
/** Hungarian. Says “Ön”; the terms of the GDPR as the NAIH uses them. */
declare const hu: Messages;
export default hu;
