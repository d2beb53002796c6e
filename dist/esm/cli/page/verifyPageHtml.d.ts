/**
 * The verifier as one file that works from a folder without a server. `script` is the bundled
 * `verifyPage.ts` as a classic script; the policy in the page allows it, its style, and nothing else.
 * Throws when the script could end its own element.
 */
export declare function verifyPageHtml(script: string): string;
