import { index, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("two", "routes/two.tsx"),
  route("slow", "routes/slow.tsx"),
  route("hard", "routes/hard.tsx"),
  route("boom", "routes/boom.tsx"),
  route("built", "routes/built.tsx"),
  route("api/film", "routes/film.ts"),
  route("privacy", "routes/privacy.tsx"),
] satisfies RouteConfig;
