export const load = () => ({ title: "Home" });
