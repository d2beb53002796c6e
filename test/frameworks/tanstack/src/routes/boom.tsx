import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/boom")({
  loader: () => {
    throw new Error("boom");
  },
  component: () => <h1>Boom</h1>,
});
