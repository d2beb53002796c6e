function createLateEvents(window, readyState) {
  const targets = [window, window.document];
  let inside = 0;
  let patched = false;
  let onload;
  const passed = (type) => type == "load" && readyState() == "complete" || type == "DOMContentLoaded" && readyState() != "loading";
  const call = (target, type, listener) => {
    setTimeout(() => {
      const event = new Event(type);
      if (typeof listener == "function") listener.call(target, event);
      else listener?.handleEvent(event);
    });
  };
  const restore = () => {
    if (inside) return;
    patched = false;
    for (const target of targets) Reflect.deleteProperty(target, "addEventListener");
  };
  return (script) => {
    if (script.getAttribute("data-late") == "off") return void 0;
    if (!inside++) onload = window.onload;
    if (!patched) {
      patched = true;
      for (const target of targets) {
        try {
          const add = target.addEventListener.bind(target);
          target.addEventListener = (type, listener, options) => inside && passed(type) ? call(target, type, listener) : add(type, listener, options);
        } catch {
        }
      }
    }
    return () => {
      if (window.onload != onload && passed("load")) {
        onload = window.onload;
        call(window, "load", onload);
      }
      if (!--inside) queueMicrotask(restore);
    };
  };
}

export { createLateEvents };
