import type { Messages } from "../messages.ts";
/** Hebrew. Impersonal, as verbs and pronouns would have to know a gender. */
declare const he: Messages;
export default he;
