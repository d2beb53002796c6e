import { Film } from "../film";

export default function Hard() {
  return (
    <>
      <h1>Hard</h1>
      <img alt="" src="https://stats.vendor.test/unmarked.gif" />
      <Film />
    </>
  );
}
