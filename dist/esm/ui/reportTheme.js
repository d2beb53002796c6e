import { checkFairness } from './checkFairness.js';
import { markMissing } from './markMissing.js';

const STILL = 600;
function reportTheme(element, host, words) {
  const root = element.shadowRoot;
  const isBusy = () => !!root.querySelector('[part="choice"]:is(:hover, :focus, :active)') || element.ownerDocument.hidden;
  const look = () => {
    if (!element.isConnected) return;
    if (isBusy()) return again();
    const breaches = checkFairness(element);
    if (breaches.length) host.report("unfair-theme", breaches.slice(0, 6).join(", "));
  };
  const again = () => void setTimeout(look, STILL);
  again();
  return markMissing(host, words);
}

export { reportTheme };
