import { jsx } from 'preact/jsx-runtime';
import { render } from 'preact';
import { Preferences } from './Preferences.js';
export { preferencesStyles } from './preferencesStyles.js';

function drawPreferences(place, props) {
  render(props && /* @__PURE__ */ jsx(Preferences, { ...props }), place);
}

export { drawPreferences };
