export const loader = () => {
  throw new Error("boom");
};

export default function Boom() {
  return <h1>Boom</h1>;
}
