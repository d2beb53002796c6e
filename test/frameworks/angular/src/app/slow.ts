/** Comes when the shop's own stock answers. */
export const slow = async (): Promise<string> => {
  if (typeof process == "undefined") return "";
  return (await fetch(process.env["STOCK"]!)).text();
};
