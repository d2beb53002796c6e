function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

export { randomBytes };
