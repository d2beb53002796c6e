import { navigate } from "../node_modules/astro/dist/transitions/router.js";

// What Astro's own component does with a link.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-route]");
  if (!link) return;
  event.preventDefault();
  void navigate(link.href);
});
