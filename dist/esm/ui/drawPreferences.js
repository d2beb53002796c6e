import { jsx } from 'preact/jsx-runtime';
import { render } from 'preact';
import { newsStyles } from './newsStyles.js';
import { Preferences } from './Preferences.js';
import { preferencesStyles } from './preferencesStyles.js';
export { createWords } from './createWords.js';
export { startOf } from './startOf.js';

const styles = preferencesStyles + newsStyles;
function drawPreferences(place, props) {
  if (props || place.firstChild) render(props && /* @__PURE__ */ jsx(Preferences, { ...props }), place);
}

export { drawPreferences, styles };
