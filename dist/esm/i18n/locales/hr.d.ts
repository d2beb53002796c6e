import type { Messages } from "../messages.ts";
/** Croatian. Says “vi”; the terms of the Opća uredba o zaštiti podataka. */
declare const hr: Messages;
export default hr;
