import type { Messages } from "../messages.ts";
/** Estonian. Says “teie”; the terms of the isikuandmete kaitse üldmäärus. */
declare const et: Messages;
export default et;
