function jsonReporter(now, write) {
  return (line) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...line })}
`);
}

export { jsonReporter as j };
