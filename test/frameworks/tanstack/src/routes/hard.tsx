import { createFileRoute } from "@tanstack/react-router";
import { Film } from "../film";

export const Route = createFileRoute("/hard")({ component: Hard });

function Hard() {
  return (
    <>
      <h1>Hard</h1>
      <img alt="" src="https://stats.vendor.test/unmarked.gif" />
      <Film />
    </>
  );
}
