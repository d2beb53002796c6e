import { Suspense } from "react";
import { Await } from "react-router";
import type { Route } from "./+types/slow";
import { Film } from "../film";

/** Comes when the shop's own stock answers; the page does not wait for it. */
const stock = async () => (await fetch(process.env.STOCK!)).text();

export const loader = () => ({ stock: stock() });

export default function Slow({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <h1>Slow</h1>
      <Suspense fallback={<p>One moment</p>}>
        <Await resolve={loaderData.stock}>
          <Film />
        </Await>
      </Suspense>
    </>
  );
}
