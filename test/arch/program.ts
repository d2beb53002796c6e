import { join } from "node:path";
import { API, type Project } from "typescript/unstable/sync";
import { root } from "./modules.ts";

/** The project as TypeScript's own compiler sees it. */
export interface Compiled {
  project: Project;
  close(): void;
}

/** Starts the compiler. Close it: it is a process of its own. */
export function compile(config = "tsconfig.json"): Compiled {
  const api = new API({ cwd: root });
  const path = join(root, config);
  const snapshot = api.updateSnapshot({ openProjects: [path] });
  return { project: snapshot.getProjects()[0]!, close: () => api.close() };
}
