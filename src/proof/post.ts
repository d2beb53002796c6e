/** What came back from the collector, body read to its end. */
export interface Answer {
  /** HTTP status, or 0 where there was none. */
  status: number;
  body: string;
  /** The `Retry-After` header, as it was. */
  retryAfter?: string | null;
}

/** Milliseconds for a request and its whole answer. */
const PATIENCE = 10_000;

/**
 * One request of the only shape there is: a string body is `text/plain`, which needs no preflight
 * (a preflight dies with the window, measured in Chromium). Rejects with a TypeError where the network
 * or the keepalive quota refuses, with a DOMException after 10 seconds.
 *
 * The body is always read: an unread one holds its share of the keepalive quota, and every later
 * request is refused (measured, Chromium 156 and Firefox 153).
 */
export async function post(
  send: typeof fetch,
  url: string,
  body: string,
  keepalive: boolean,
): Promise<Answer> {
  const response = await send(url, {
    method: "POST",
    body,
    keepalive,
    credentials: "omit",
    referrerPolicy: "origin", // The page's query string is no one's business.
    signal: AbortSignal.timeout(PATIENCE),
  });
  return {
    status: response.status,
    body: await response.text(),
    retryAfter: response.headers.get("retry-after"),
  };
}
