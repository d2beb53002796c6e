/**
 * What banner, preference centre and placeholder share: the fence around the host, the colours and
 * the buttons. All sizes are in `em` of the browser's own default size (`font-size: medium`, which
 * `all: initial` gives): a page's `font-size: 62.5%` cannot reach it, the visitor's setting can.
 *
 * `!important` inside a shadow tree beats `!important` of the page (CSS Cascade 5, 6.1). The colours
 * stand on an inner element, where no selector of the page arrives; only `--consentry-*` goes in.
 */
export declare const tokens: string;
