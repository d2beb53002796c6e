import type { Messages } from "../messages.ts";
/** German. Says “Sie”; the terms of the DSGVO. */
declare const de: Messages;
export default de;
