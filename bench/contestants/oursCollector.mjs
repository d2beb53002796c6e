import { CONFIG, distFiles, OURS } from "./oursParts.mjs";
import { oursTag } from "./oursTag.mjs";

/** The same with a collector: each decision is sealed and sent. What does the proof cost? */
export const oursCollector = {
  id: "consentry-collector",
  name: "Consentry, script tag + collector",
  ...OURS,
  // Only the first visit and the decision differ.
  brief: true,
  files: distFiles,
  html: (parts) => oursTag.html({ ...parts, config: { ...CONFIG, collector: "/collect" } }),
};
