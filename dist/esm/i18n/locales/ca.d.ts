import type { Messages } from "../messages.ts";
/** Catalan. Says “vós”, as the Autoritat Catalana de Protecció de Dades does; the terms of the RGPD. */
declare const ca: Messages;
export default ca;
