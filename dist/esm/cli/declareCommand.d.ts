import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
/** `consentry declare`. */
export declare function declareCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
