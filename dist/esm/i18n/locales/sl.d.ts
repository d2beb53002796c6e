import type { Messages } from "../messages.ts";
/** Slovenian. Says “vi”; the terms of the Splošna uredba o varstvu podatkov. */
declare const sl: Messages;
export default sl;
