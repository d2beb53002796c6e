import { jsx } from 'preact/jsx-runtime';
import { render } from 'preact';
import { Preferences } from './Preferences.js';
export { createWords } from './createWords.js';
export { preferencesStyles } from './preferencesStyles.js';
export { startOf } from './startOf.js';

function drawPreferences(place, props) {
  render(props && /* @__PURE__ */ jsx(Preferences, { ...props }), place);
}

export { drawPreferences };
