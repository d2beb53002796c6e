import type { Messages } from "../messages.ts";
/** Norwegian Nynorsk. Says “du”; the terms of the personvernforordninga. */
declare const nn: Messages;
export default nn;
