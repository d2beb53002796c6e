/** The entry point `consentry/monitor`: sees what leaves the page without consent. */
export { createPanel } from "../monitor/createPanel.ts";
export { sendSightings, type SendOptions } from "../monitor/sendSightings.ts";
export { startMonitor, type MonitorOptions } from "../monitor/startMonitor.ts";
export type { Sighting, Watched } from "../monitor/watched.ts";
