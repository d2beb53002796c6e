import type { Messages } from "../messages.ts";
/** Norwegian Bokmål. Says “du”; the terms of the personvernforordningen, as Datatilsynet and Nkom use them. */
declare const nb: Messages;
export default nb;
