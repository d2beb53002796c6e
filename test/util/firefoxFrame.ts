// Stock Firefox over BiDi cannot click inside a CSS-transformed frame, and Vitest scales its frame.
for (let frame: Element | null = window.frameElement; frame; frame = frame.parentElement) {
  (frame as HTMLElement).style.setProperty("transform", "none", "important");
}
export {};
