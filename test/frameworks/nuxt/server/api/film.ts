export default defineEventHandler((event) => ({ film: readConsent(event).permits("video") }));
