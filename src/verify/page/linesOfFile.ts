/** Lines of a file that a person chose, with memory for little more than one of them. */
export async function* linesOfFile(
  file: Blob,
  onProgress: (done: number, of: number) => void,
): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let done = 0;
  for (;;) {
    const chunk = await reader.read();
    rest += decoder.decode(chunk.value, { stream: !chunk.done });
    const lines = rest.split("\n");
    rest = lines.pop()!;
    yield* lines;
    if (chunk.done) break;
    onProgress((done += chunk.value.length), file.size);
    // Lets the page draw, and a person change his mind.
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (rest) yield rest;
}
