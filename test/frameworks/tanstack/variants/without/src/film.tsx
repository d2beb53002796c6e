import { useLocation } from "@tanstack/react-router";

export function Film() {
  return useLocation().hash == "film" ? (
    <iframe title="Film" src="https://video.vendor.test/film" />
  ) : (
    <p id="ask">A film, if you allow it.</p>
  );
}
