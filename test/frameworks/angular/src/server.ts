import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from "@angular/ssr/node";
import { createConsentServer } from "consentry/angular/server";
import express, { type Request } from "express";
import { join } from "node:path";
import { options } from "./consent.config";

const app = express();
const angularApp = new AngularNodeAppEngine();
/** On this page no host is open that the visitor has not permitted, whatever is marked. */
const server = createConsentServer<Request>(options, (nonce, { path }) =>
  path == "/hard" ? { nonce } : undefined,
);

app.use(
  express.static(join(import.meta.dirname, "../browser"), {
    maxAge: "1y",
    index: false,
    redirect: false,
  }),
);

app.get("/api/film", (req, res, next) => {
  server
    .read(req)
    .then(({ permits }) => res.json({ film: permits("video") }))
    .catch(next);
});

app.use((req, res, next) => {
  server
    .page(req, async (context) => {
      const page = await angularApp.handle(req, context);
      const { nonce } = context.consentry;
      page?.headers.set(
        "content-security-policy",
        `default-src 'self'; script-src 'self' 'nonce-${nonce}' https://stats.vendor.test; style-src 'self' 'nonce-${nonce}'; img-src * data:; connect-src *; frame-src *; base-uri 'self'; object-src 'none'`,
      );
      return page;
    })
    .then((page) => (page ? writeResponseToNodeResponse(page, res) : next()))
    .catch(next);
});

if (isMainModule(import.meta.url)) {
  app.listen(Number(process.env["PORT"]), "127.0.0.1");
}

export const reqHandler = createNodeRequestHandler(app);
