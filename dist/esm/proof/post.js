const PATIENCE = 1e4;
async function post(send, url, body, keepalive) {
  const response = await send(url, {
    method: "POST",
    body,
    keepalive,
    credentials: "omit",
    referrerPolicy: "origin",
    // The page's query string is nobody's business.
    signal: AbortSignal.timeout(PATIENCE)
  });
  return {
    status: response.status,
    body: await response.text(),
    retryAfter: response.headers.get("retry-after")
  };
}

export { post };
