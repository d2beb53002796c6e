import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
/** `consentry key`. */
export declare function keyCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
