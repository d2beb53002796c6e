import { type ExitCode } from "./exitCodes.ts";
import { type Terminal } from "./terminal.ts";
/** `consentry verify`. */
export declare function verifyCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
