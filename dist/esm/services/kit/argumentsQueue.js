function argumentsQueue(window, name, list = "q", handler = "") {
  if (typeof window[name] == "function") return null;
  const calls = [];
  const stub = function() {
    const take = handler && Reflect.get(stub, handler);
    if (typeof take == "function") Reflect.apply(take, stub, arguments);
    else calls.push(arguments);
  };
  window[name] = Object.assign(stub, { [list]: calls });
  return stub;
}

export { argumentsQueue };
