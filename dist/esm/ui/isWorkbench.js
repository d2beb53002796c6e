const isWorkbench = ({ hostname, hash }) => hash == "#consentry-check" || /\blocalhost$|^127\.|^\[::1]/.test(hostname);

export { isWorkbench };
