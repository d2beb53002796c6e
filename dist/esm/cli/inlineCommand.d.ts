import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
/** `consentry inline`. */
export declare function inlineCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
