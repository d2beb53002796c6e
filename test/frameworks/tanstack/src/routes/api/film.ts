import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/api/film")({
  server: {
    handlers: {
      GET: ({ context }) => Response.json({ film: context.consent.permits("video") }),
    },
  },
});
