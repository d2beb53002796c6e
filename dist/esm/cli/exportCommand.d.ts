import { type ExitCode } from "./exitCodes.ts";
import { type Terminal } from "./terminal.ts";
/** `consentry export`. */
export declare function exportCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
