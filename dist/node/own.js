function own(value, key) {
  try {
    if (typeof value == "object" && value && Object.prototype.hasOwnProperty.call(value, key)) {
      return Reflect.get(value, key);
    }
  } catch {
  }
  return void 0;
}

export { own as o };
