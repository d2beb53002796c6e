/** Something in the page that is taken over. */
export interface Mounted {
  /** What a visitor reaches for. */
  element: Element;
  /** Shows the present state. */
  update?: () => void;
  undo: () => void;
}
