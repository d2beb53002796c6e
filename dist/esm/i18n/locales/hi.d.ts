import type { Messages } from "../messages.ts";
/** Hindi. Says “आप”; the banner’s text is nominal, as a verb would have to know the gender of the controller. */
declare const hi: Messages;
export default hi;
