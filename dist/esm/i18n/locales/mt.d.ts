import type { Messages } from "../messages.ts";
/** Maltese. Terms of the GDPR; the banner’s text is passive, as a verb would have to know the gender of the controller. */
declare const mt: Messages;
export default mt;
