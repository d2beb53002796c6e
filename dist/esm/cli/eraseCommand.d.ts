import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
/** `consentry erase`. */
export declare function eraseCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
