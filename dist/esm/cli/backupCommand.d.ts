import { type ExitCode } from "./exitCodes.ts";
import { type Terminal } from "./terminal.ts";
/** `consentry backup`. */
export declare function backupCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
