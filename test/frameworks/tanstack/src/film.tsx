import { Consented } from "consentry/react";

export function Film() {
  return (
    <Consented to="video" fallback={<p id="ask">A film, if you allow it.</p>}>
      <iframe title="Film" src="https://video.vendor.test/film" />
    </Consented>
  );
}
