import type { Messages } from "../messages.ts";
/** Greek. Says “εσείς”; the terms of the ΓΚΠΔ. */
declare const el: Messages;
export default el;
