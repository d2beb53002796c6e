import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/two")({ component: () => <h1>Two</h1> });
