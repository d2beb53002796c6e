import type { Routes } from "@angular/router";
import { slow } from "./slow";

export const routes: Routes = [
  { path: "", loadComponent: () => import("./pages/home") },
  { path: "two", loadComponent: () => import("./pages/two") },
  { path: "built", loadComponent: () => import("./pages/built") },
  { path: "hard", loadComponent: () => import("./pages/hard") },
  { path: "slow", loadComponent: () => import("./pages/slow"), resolve: { stock: slow } },
  {
    path: "boom",
    loadComponent: () => import("./pages/two"),
    resolve: {
      never: () => {
        throw new Error("boom");
      },
    },
  },
  { path: "privacy", loadComponent: () => import("./pages/privacy") },
  { path: "failed", loadComponent: () => import("./pages/failed") },
  { path: "**", loadComponent: () => import("./pages/not-found") },
];
