/** Where a command reads and writes. Tests pass another. */
export interface Terminal {
    out(text: string): void;
    err(text: string): void;
    /** Whether a person watches standard error: only then is a progress bar drawn. */
    watched: boolean;
    /** Environment variables. */
    env: Readonly<Record<string, string | undefined>>;
    /** Resolves when the process is asked to end (SIGINT, SIGTERM). */
    asked: Promise<void>;
}
/** The process's own terminal. */
export declare function processTerminal(): Terminal;
/** Draws how far something has come, ten times a second at most. Clears itself when done. */
export declare function progressBar(terminal: Terminal): (done: number, of: number) => void;
