/** Something in the page that is taken over. */
export interface Mounted {
  /** What a visitor reaches for. */
  element: Element;
  /** Whether it has its place in the page now; default: always. */
  stands?: () => boolean;
  /** Shows the present state. */
  update?: () => void;
  undo: () => void;
}
