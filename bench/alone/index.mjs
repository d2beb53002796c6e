import { answers } from "./answers.mjs";
import { nodes } from "./nodes.mjs";
import { records } from "./records.mjs";
import { services } from "./services.mjs";

/** What is measured of the library alone: refusing and saving, and what it costs per service, record, inserted node. */
export const ALONE = [answers, services, nodes, records];
