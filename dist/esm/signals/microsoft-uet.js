import { allowed } from './kit/allowed.js';

function microsoftUet({ ids } = {}) {
  const push = ({ window }, command, granted) => {
    const found = window.uetq;
    const queue = typeof found?.push == "function" ? found : window.uetq = [];
    queue.push("consent", command, { ad_storage: granted ? "granted" : "denied" });
  };
  return {
    id: "microsoft-uet",
    start: (context) => push(context, "default", false),
    update: (context) => push(context, "update", allowed(context.permits, ids || "microsoft-uet marketing"))
  };
}

export { microsoftUet as default, microsoftUet };
