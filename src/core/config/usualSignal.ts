/**
 * Id of the signal that a service of the catalogue names, known before the service's own file has come, so that both are
 * fetched side by side. A pattern, because every visitor fetches it; a test holds it against the whole catalogue.
 */
export function usualSignal(id: string): string | false {
  return /le-[at]/.test(id) ? "google-consent-mode" : /uet/.test(id) && id;
}
