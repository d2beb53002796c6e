import { Suspense } from "react";
import { Film } from "../film";

/** Comes when the shop's own stock answers. */
async function Late() {
  await fetch(process.env.STOCK!, { cache: "no-store" });
  return <Film />;
}

export default function Slow() {
  return (
    <>
      <h1>Slow</h1>
      <Suspense fallback={<p>One moment</p>}>
        <Late />
      </Suspense>
    </>
  );
}
