/** Whether the browser sends Global Privacy Control: `true` and nothing else (W3C GPC, section 3). */
export declare function hasGpc(navigator: object): boolean;
