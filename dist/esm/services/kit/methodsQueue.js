function methodsQueue(queue, names) {
  const stubs = names.map((name) => [
    name,
    (...values) => {
      queue.push([name, ...values]);
    }
  ]);
  Object.assign(queue, Object.fromEntries(stubs));
}

export { methodsQueue };
