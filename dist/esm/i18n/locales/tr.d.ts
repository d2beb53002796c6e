import type { Messages } from "../messages.ts";
/** Turkish. Says “siz”; the terms of the KVKK (Law 6698). */
declare const tr: Messages;
export default tr;
