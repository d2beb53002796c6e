export default defineEventHandler(() => ({ film: false }));
