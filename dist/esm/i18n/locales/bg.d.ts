import type { Messages } from "../messages.ts";
/** Bulgarian. Says “Вие”; the terms of the ОРЗД. */
declare const bg: Messages;
export default bg;
