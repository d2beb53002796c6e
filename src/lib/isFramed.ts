/** Whether the page stands in a frame of another origin: anyone who made that page decides what lies over ours. */
export function isFramed(window: Window): boolean {
  try {
    return window.top!.location.href == null;
  } catch {
    return true; // Only one's own origin may be read.
  }
}
