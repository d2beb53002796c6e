import { ConsentPage } from "consentry/react-router";
import { renderToReadableStream } from "react-dom/server";
import { ServerRouter, type EntryContext } from "react-router";
import { server } from "./consent.server";

/** How long a page may come in parts, in milliseconds. */
export const streamTimeout = 60_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  headers.set("content-type", "text/html; charset=utf-8");
  const page = await server.page(request, headers);
  const { nonce } = page;
  if (!headers.has("content-security-policy")) {
    headers.set(
      "content-security-policy",
      `default-src 'self'; script-src 'self' 'nonce-${nonce}' https://stats.vendor.test; style-src 'self' 'unsafe-inline'; img-src * data:; connect-src *; frame-src *; base-uri 'none'; object-src 'none'`,
    );
  }
  if (request.method == "HEAD") return new Response(null, { status, headers });
  let end = status;
  const body = await renderToReadableStream(
    <ConsentPage page={page}>
      <ServerRouter context={context} url={request.url} nonce={nonce} />
    </ConsentPage>,
    {
      nonce,
      signal: AbortSignal.timeout(streamTimeout + 1000),
      onError(error) {
        end = 500;
        console.error(error);
      },
    },
  );
  return new Response(body, { status: end, headers });
}

/** What loaders give is one visitor's own, as their page is. */
export function handleDataRequest(response: Response) {
  response.headers.set("cache-control", "private, no-store");
  return response;
}
