export default defineEventHandler(async () => (await fetch(process.env.STOCK!)).text());
