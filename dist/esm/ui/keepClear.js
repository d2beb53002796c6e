import { makeSheet } from './makeSheet.js';

function keepClear(document, element) {
  const sheet = makeSheet(document, "");
  let covered = false;
  const apply = () => {
    const height = Math.ceil(innerHeight - element.getBoundingClientRect().top);
    sheet.replaceSync(
      `:root{scroll-padding-bottom:${height}px${covered ? `;min-height:calc(100vh + ${height}px)}:root::after{content:"";display:block;height:${height}px` : ""}}`
    );
  };
  const observer = new ResizeObserver(apply);
  const onFocus = ({ target }) => {
    if (!(target instanceof Element)) return;
    const { x, y, width, height } = target.getBoundingClientRect();
    const root = element.getRootNode();
    if (document.elementFromPoint(x + width / 2, y + height / 2) != root.host) return;
    covered = true;
    apply();
    target.scrollIntoView({ block: "center" });
  };
  document.adoptedStyleSheets.push(sheet);
  document.addEventListener("focusin", onFocus);
  observer.observe(element);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", onFocus);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one != sheet);
  };
}

export { keepClear };
