import type { Face, Session } from "./session.ts";
/** Makes what a UI talks to; the UI itself is fetched when it is first shown. */
export declare function createFace(session: Session): Face;
