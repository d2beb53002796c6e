const isWorkbench = ({ hostname, hash }) => hash == "#consentry-check" || /(^|\.)localhost$|^127\.|^\[::1]$/.test(hostname);

export { isWorkbench };
