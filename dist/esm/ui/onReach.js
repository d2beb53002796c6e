function onReach(element, call) {
  const types = ["pointerenter", "touchstart", "focusin", "keydown"];
  for (const type of types) element.addEventListener(type, call, { passive: true });
  return () => {
    for (const type of types) element.removeEventListener(type, call);
  };
}

export { onReach };
