/** Waits for so many frames of a page: turns in which it could do what it should not. Runs in pages. */
export const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame++) {
    await new Promise((done) => requestAnimationFrame(done));
  }
};
