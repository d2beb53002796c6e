import { server } from "../consent.server";
import type { Route } from "./+types/film";

export const loader = async ({ request }: Route.LoaderArgs) =>
  Response.json({ film: (await server.read(request)).permits("video") });
