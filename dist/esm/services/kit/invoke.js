function invoke(root, path, ...values) {
  let holder;
  let value = root;
  for (const key of path.split(".")) {
    holder = value;
    value = value === Object(value) ? Reflect.get(Object(value), key) : void 0;
  }
  return typeof value == "function" ? Reflect.apply(value, holder, values) : void 0;
}

export { invoke };
