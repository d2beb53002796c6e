import type { Messages } from "../messages.ts";
/** Portuguese of Brazil. Says “você”; the terms of the LGPD. */
declare const ptBr: Messages;
export default ptBr;
