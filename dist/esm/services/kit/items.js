function items(medium, purpose, lifetime, names, more) {
  return names.map((name) => ({ name, medium, purpose, lifetime, ...more }));
}

export { items };
