import { Await, createFileRoute } from "@tanstack/react-router";
import { createServerFn } from "@tanstack/react-start";
import { Suspense } from "react";
import { Film } from "../film";

/** Comes when the shop's own stock answers; the page does not wait for it. */
const readStock = createServerFn().handler(async () => (await fetch(process.env.STOCK!)).text());

export const Route = createFileRoute("/slow")({
  loader: () => ({ stock: readStock() }),
  component: Slow,
});

function Slow() {
  const { stock } = Route.useLoaderData();
  return (
    <>
      <h1>Slow</h1>
      <Suspense fallback={<p>One moment</p>}>
        <Await promise={stock}>{() => <Film />}</Await>
      </Suspense>
    </>
  );
}
