import type { Messages } from "../messages.ts";
/** Chinese in simplified script. Says “您”; the terms of the 个人信息保护法 where it has one. */
declare const zhHans: Messages;
export default zhHans;
