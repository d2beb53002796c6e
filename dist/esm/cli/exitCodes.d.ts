/** What the command line answers to the shell. Documented in `docs/commands.md`. */
export declare const EXIT: {
    /** Done; for `verify`: everything is as it was signed. */
    readonly ok: 0;
    /** For `verify`: something is not as it was signed. Else: the configuration has mistakes. */
    readonly bad: 1;
    /** The command line itself is wrong. */
    readonly usage: 2;
    /** A file, a database or a server cannot be used. */
    readonly environment: 3;
};
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
/** Ends a command with a sentence and a code. */
export declare class CommandError extends Error {
    readonly exit: ExitCode;
    constructor(exit: ExitCode, message: string);
}
