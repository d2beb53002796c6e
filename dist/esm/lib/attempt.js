function attempt(get) {
  try {
    return get();
  } catch {
    return void 0;
  }
}

export { attempt };
