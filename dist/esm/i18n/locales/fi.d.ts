import type { Messages } from "../messages.ts";
/** Finnish. Says “sinä”, as Traficom and the tietosuojavaltuutettu do. */
declare const fi: Messages;
export default fi;
