export { mountPage } from '../ui/mountPage.js';
export { mountUi } from '../ui/mountUi.js';
