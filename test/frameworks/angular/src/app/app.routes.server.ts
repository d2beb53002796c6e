import { RenderMode, type ServerRoute } from "@angular/ssr";

export const serverRoutes: ServerRoute[] = [
  { path: "built", renderMode: RenderMode.Prerender },
  { path: "", renderMode: RenderMode.Server },
  { path: "two", renderMode: RenderMode.Server },
  { path: "hard", renderMode: RenderMode.Server },
  { path: "slow", renderMode: RenderMode.Server },
  { path: "boom", renderMode: RenderMode.Server },
  { path: "privacy", renderMode: RenderMode.Server },
  { path: "failed", renderMode: RenderMode.Server },
  { path: "**", renderMode: RenderMode.Server, status: 404 },
];
