import type { Messages } from "../messages.ts";
/** Irish. Terms of the RGCS; a numeral lenites after 2 to 6 and eclipses after 7 to 10. */
declare const ga: Messages;
export default ga;
