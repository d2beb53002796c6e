export function Film() {
  return <p id="ask">A film, if you allow it.</p>;
}
