function createLateEvents(window, readyState) {
  const targets = [window, window.document];
  let inside = 0;
  let onload;
  const passed = (type) => type == "load" && readyState() == "complete" || type == "DOMContentLoaded" && readyState() != "loading";
  const call = (target, type, listener) => {
    setTimeout(() => {
      const event = new Event(type);
      if (typeof listener == "function") listener.call(target, event);
      else listener?.handleEvent(event);
    });
  };
  return (script) => {
    if (script.getAttribute("data-late") == "off") return void 0;
    if (!inside++) {
      onload = window.onload;
      for (const target of targets) {
        try {
          const add = target.addEventListener.bind(target);
          target.addEventListener = (type, listener, options) => passed(type) ? call(target, type, listener) : add(type, listener, options);
        } catch {
        }
      }
    }
    return () => {
      if (window.onload != onload && passed("load")) {
        onload = window.onload;
        call(window, "load", onload);
      }
      if (--inside) return;
      for (const target of targets) Reflect.deleteProperty(target, "addEventListener");
    };
  };
}

export { createLateEvents };
