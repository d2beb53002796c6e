import { createFileRoute } from "@tanstack/react-router";
import { Film } from "../film";

export const Route = createFileRoute("/")({ component: Home });

function Home() {
  return (
    <>
      <h1>Home</h1>
      <Film />
    </>
  );
}
