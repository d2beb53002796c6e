import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from "@angular/ssr/node";
import express from "express";
import { join } from "node:path";

const app = express();
const angularApp = new AngularNodeAppEngine();
app.use(
  express.static(join(import.meta.dirname, "../browser"), {
    maxAge: "1y",
    index: false,
    redirect: false,
  }),
);

app.use((req, res, next) => {
  angularApp
    .handle(req)
    .then((page) => (page ? writeResponseToNodeResponse(page, res) : next()))
    .catch(next);
});

if (isMainModule(import.meta.url)) {
  app.listen(Number(process.env["PORT"]), "127.0.0.1");
}

export const reqHandler = createNodeRequestHandler(app);
