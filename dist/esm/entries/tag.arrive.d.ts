import type { Arrive } from "../client/session.ts";
declare const arrive: Arrive;
/** Beside the script tag: fetched as `consentry.arrive.js` where a site came from another tool. */
export default arrive;
