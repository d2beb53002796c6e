/** The first layer, the reopen button and the live region. */
export declare const bannerStyles: string;
