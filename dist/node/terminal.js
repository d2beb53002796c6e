function processTerminal() {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY,
    env: process.env,
    asked: new Promise((resolve) => {
      process.once("SIGINT", resolve).once("SIGTERM", resolve);
    })
  };
}
function progressBar(terminal) {
  let drawn = 0;
  return (done, of) => {
    if (!terminal.watched || !of) return;
    const now = Date.now();
    if (done < of && now - drawn < 100) return;
    drawn = now;
    const part = Math.min(1, done / of);
    const bar = "#".repeat(Math.round(part * 30)).padEnd(30, ".");
    terminal.err(done < of ? `\r[${bar}] ${Math.floor(part * 100)} %  ${done}/${of}` : "\r\x1B[2K");
  };
}

export { processTerminal as a, progressBar as p };
