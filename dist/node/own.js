function own(value, key) {
  try {
    return typeof value == "object" && Object.hasOwn(value, key) ? Reflect.get(value, key) : void 0;
  } catch {
    return void 0;
  }
}

export { own as o };
