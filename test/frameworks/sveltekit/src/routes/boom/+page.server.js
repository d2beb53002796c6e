export const load = () => {
  throw new Error("boom");
};
