import { type ExitCode } from "./exitCodes.ts";
import { type Terminal } from "./terminal.ts";
/** `consentry move`. */
export declare function moveCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
