import { Film } from "../film";

export default function Built() {
  return (
    <>
      <h1>Built</h1>
      <Film />
    </>
  );
}
