const newsStyles = `.shown{z-index:2147483647;inset:auto 1em 1em;width:fit-content;max-width:40em;height:auto;margin:auto;padding:0.75em 1em;clip-path:none;border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);box-shadow:0 1em 3em -0.5em #0c192840;white-space:normal;animation:pass 15s forwards}@keyframes pass{95%{opacity:1}to{visibility:hidden;opacity:0}}`;

export { newsStyles };
