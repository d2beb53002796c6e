import { renderToReadableStream } from "react-dom/server";
import { ServerRouter, type EntryContext } from "react-router";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  headers.set("content-type", "text/html; charset=utf-8");
  const body = await renderToReadableStream(
    <ServerRouter context={context} url={request.url} nonce={btoa(crypto.randomUUID())} />,
  );
  return new Response(body, { status, headers });
}
