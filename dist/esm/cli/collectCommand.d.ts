import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
/** `consentry collect`: runs until it is asked to end. */
export declare function collectCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
