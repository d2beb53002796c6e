/** Hears of what comes, goes or changes one of these attributes below a root. */
export function watch(
  root: Node,
  onNews: MutationCallback,
  attributeFilter: string[],
): MutationObserver {
  const observer = new MutationObserver(onNews);
  observer.observe(root, { childList: true, subtree: true, attributeFilter });
  return observer;
}
