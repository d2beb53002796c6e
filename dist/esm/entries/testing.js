export { checkServices } from '../testing/checkServices.js';
export { LeakError } from '../testing/LeakError.js';
export { setConsent } from '../testing/setConsent.js';
export { watchPage } from '../testing/watchPage.js';
export { watchWindow } from '../testing/watchWindow.js';
