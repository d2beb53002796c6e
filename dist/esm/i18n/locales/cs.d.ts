import type { Messages } from "../messages.ts";
/** Czech. Says “vy”; the terms of the GDPR as the Úřad pro ochranu osobních údajů uses them. */
declare const cs: Messages;
export default cs;
