import type { Note } from "./problem.ts";
import type { Service } from "./service.ts";
/** Makes every field of a parsed service what its type says; what does not fit is noted and left out. */
export declare function tidyService(service: Service, note: Note): Service;
