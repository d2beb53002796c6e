import { memory } from './memory.js';

function loadScript(context, url, attributes, name = url) {
  const loads = memory(context.window);
  const key = `script ${name}`;
  const running = loads.get(key);
  if (running instanceof Promise) return running;
  const load = context.script(url, attributes).catch((error) => {
    loads.delete(key);
    throw error;
  });
  loads.set(key, load);
  return load;
}

export { loadScript };
