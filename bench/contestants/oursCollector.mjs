import { ACCEPT, CONFIG, distFiles, REJECT, version } from "./oursParts.mjs";
import { oursTag } from "./oursTag.mjs";

/** The same with a collector: each decision is sealed and sent. What does the proof cost? */
export const oursCollector = {
  id: "consentry-collector",
  name: "Consentry, script tag + collector",
  kind: "ours",
  version,
  // Only the first visit and the decision differ.
  brief: true,
  accept: ACCEPT,
  reject: REJECT,
  files: distFiles,
  html: (parts) => oursTag.html({ ...parts, config: { ...CONFIG, collector: "/collect" } }),
};
