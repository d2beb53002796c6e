import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
/** `consentry witness`: runs until it is asked to end. */
export declare function witnessCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
