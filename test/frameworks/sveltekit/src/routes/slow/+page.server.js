/** Comes when the shop's own stock answers; the page does not wait for it. */
const stock = async () => (await fetch(process.env.STOCK)).text();

export const load = () => ({ stock: stock() });
