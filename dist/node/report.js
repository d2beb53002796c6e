import { mkdirSync, openSync, writeFileSync, fsyncSync, closeSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { s as syncDirectory } from './keyFile.js';

function writeDurably(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.tmp`;
  const file = openSync(aside, "w");
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
  syncDirectory(dirname(path));
}

function jsonReporter(now, write) {
  return (line) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...line })}
`);
}

export { jsonReporter as j, writeDurably as w };
