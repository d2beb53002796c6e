import { makeSheet } from './makeSheet.js';

function keepClear(document, element) {
  const sheet = makeSheet(document, "");
  let height = 0;
  let room = "";
  const apply = () => sheet.replaceSync(`:root{scroll-padding-bottom:${height}px}${room && room + height + "px}"}`);
  const observer = new ResizeObserver(() => {
    height = Math.ceil(innerHeight - element.getBoundingClientRect().top);
    apply();
  });
  const onFocus = ({ target }) => {
    if (!(target instanceof Element)) return;
    const one = target.getBoundingClientRect();
    const over = element.getBoundingClientRect();
    const x = one.x + one.width / 2;
    const y = one.y + one.height / 2;
    if (x < over.left || x > over.right || y < over.top || y > over.bottom) return;
    room = ":root::after{content:'';display:block;height:";
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
