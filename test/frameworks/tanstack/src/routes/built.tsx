import { createFileRoute } from "@tanstack/react-router";
import { Film } from "../film";

export const Route = createFileRoute("/built")({ component: Built });

function Built() {
  return (
    <>
      <h1>Built</h1>
      <Film />
    </>
  );
}
