export const onRequest = (_context, next) => next();
