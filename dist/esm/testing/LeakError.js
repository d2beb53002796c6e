const MOST = 40;
class LeakError extends Error {
  name = "LeakError";
  leaks;
  constructor(what, leaks, hint) {
    const lines = [...new Set(leaks.map((leak) => `  ${describeLeak(leak)}`))];
    const more = lines.length > MOST ? [`  \u2026 and ${lines.length - MOST} more`] : [];
    super([what, ...lines.slice(0, MOST), ...more, hint].join("\n"));
    this.leaks = leaks;
  }
}
function describeLeak({ kind, name, host, medium, services, navigation }) {
  const whose = services.length ? services.join(" or ") : "declared by no service";
  if (kind == "request") {
    const where = [medium, whose, ...navigation ? [`page ${navigation}`] : []];
    return `requested ${name} (${where.filter(Boolean).join(", ")})`;
  }
  return `stored ${medium} ${name} (${[host, whose].filter(Boolean).join(", ")})`;
}

export { LeakError, describeLeak };
