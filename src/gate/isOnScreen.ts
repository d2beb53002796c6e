/** Whether any part of an element's box is inside the window. */
export function isOnScreen(element: Element): boolean {
  const { width, height, top, left, bottom, right } = element.getBoundingClientRect();
  return width * height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
