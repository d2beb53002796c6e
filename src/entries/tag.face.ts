/** Beside the script tag: fetched as `consentry.face.js` when it is needed. */
export { createFace as default } from "../engine/createFace.ts";
