import { nodes } from "./nodes.mjs";
import { records } from "./records.mjs";
import { services } from "./services.mjs";

/** What is measured of the library alone: what it costs per service, per record, per inserted node. */
export const ALONE = [services, nodes, records];
