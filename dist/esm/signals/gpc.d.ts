/**
 * Whether the browser sends Global Privacy Control. The value holds for the whole navigation, so
 * it is read once. Only `true` counts: Firefox has the property and says `false` while it is off.
 *
 * @source https://www.w3.org/TR/gpc/
 */
export declare function readGpc(navigator: object): boolean;
export default readGpc;
