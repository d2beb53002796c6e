/**
 * Gives this answer's nonce to a page that Angular rendered while the app was built: to its inline scripts and styles, and to the
 * app itself. Nothing in such a page comes from a visitor. It says there `ssg`, or nothing; what is rendered for a request says
 * `ssr`, got its nonce as it was rendered, and stays as it is.
 */
export function placeNonce(html: string, nonce: string): string {
  if (html.includes('ng-server-context="ssr')) return html;
  return html
    .replace(/<(script|style)(?=[\s>])(?![^>]*\s(?:src|nonce)=)/gi, `<$1 nonce="${nonce}"`)
    .replace(/(<[\w-]+\s(?:[^>]*\s)?)ngcspnonce(?:="")?(?=[\s/>])/i, `$1ngCspNonce="${nonce}"`);
}
