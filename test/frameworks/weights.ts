/**
 * What the library may add to a page of an app, in kB after brotli: HTML and scripts. A tenth or two above what was measured,
 * because an app's own build and its nonces are packed otherwise each time. The app's page in the documentation names them.
 */
export interface Weights {
  /** Head and banner, in the HTML of each page. */
  head: number;
  /** On a first visit, when the banner stands and no one has used the page yet. */
  asked: number;
  /** With all that comes when the visitor accepts. */
  accepted: number;
  /** When they come back, and had accepted. */
  later: number;
  /** When they come back, and had refused. */
  refused: number;
}
