function afterPaint(window, document) {
  return new Promise((resolve) => {
    const done = () => resolve();
    if (document.visibilityState == "hidden") return done();
    window.requestAnimationFrame(() => window.setTimeout(done));
    window.setTimeout(done, 100);
  });
}

export { afterPaint };
