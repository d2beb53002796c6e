import type { Messages } from "../messages.ts";
/** Galician. Says “vostede”; the terms of the RXPD. */
declare const gl: Messages;
export default gl;
