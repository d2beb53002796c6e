import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
/** `consentry bundle`. */
export declare function bundleCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
