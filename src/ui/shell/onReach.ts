/** Calls when a pointer or a key first comes to an element, and each time after. Gives the undo. */
export function onReach(element: Element, call: () => void): () => void {
  const types = ["pointerenter", "touchstart", "focusin", "keydown"];
  for (const type of types) element.addEventListener(type, call, { passive: true });
  return () => {
    for (const type of types) element.removeEventListener(type, call);
  };
}
