import type { Routes } from "@angular/router";

export const routes: Routes = [
  { path: "", loadComponent: () => import("./pages/home") },
  { path: "two", loadComponent: () => import("./pages/two") },
  { path: "failed", loadComponent: () => import("./pages/failed") },
];
