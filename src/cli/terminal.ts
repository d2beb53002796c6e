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
export function processTerminal(): Terminal {
  // Who reads has seen enough (`consentry export | head`): that is no failure, and nothing to talk about.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code != "EPIPE") throw error;
    process.exit(0);
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY,
    env: process.env,
    asked: new Promise((resolve) => {
      process.once("SIGINT", resolve).once("SIGTERM", resolve);
    }),
  };
}

/** Draws how far something has come, ten times a second at most. Clears itself when done. */
export function progressBar(terminal: Terminal): (done: number, of: number) => void {
  let drawn = 0;
  return (done, of) => {
    if (!terminal.watched || !of) return;
    const now = Date.now();
    if (done < of && now - drawn < 100) return;
    drawn = now;
    const part = Math.min(1, done / of);
    const bar = "#".repeat(Math.round(part * 30)).padEnd(30, ".");
    terminal.err(done < of ? `\r[${bar}] ${Math.floor(part * 100)} %  ${done}/${of}` : "\r\x1b[2K");
  };
}
