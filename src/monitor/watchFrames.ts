/**
 * Sees the frames of the page: those that stand in it, those that come, and those whose address changes. Gives the undo.
 *
 * @param wake called after each change of the page
 */
export function watchFrames(see: (frame: HTMLIFrameElement) => void, wake: () => void): () => void {
  const look = (node: Node): void => {
    if (!(node instanceof Element && (node.firstChild || node.localName == "iframe"))) return;
    for (const frame of [node, ...node.querySelectorAll("iframe")]) {
      if (frame instanceof HTMLIFrameElement) see(frame);
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, addedNodes, target } of changes) {
      // What a frame holds is in no page's tree: one whose address changed has none below it.
      if (type == "attributes") look(target);
      else addedNodes.forEach(look);
    }
    wake();
  });
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ["src"] });
  look(document.documentElement);
  return () => observer.disconnect();
}
