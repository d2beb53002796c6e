const UNITS: Readonly<Record<string, number>> = {
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  year: 31_557_600,
};
const SOON = 0.05; // of a unit; a cookie is read a moment after it was set

/** Seconds of `"13 months"`; 0 for a session, -1 for what has no end or is not in these words. */
export function secondsOf(lifetime: string): number {
  if (/^session$/i.test(lifetime)) return 0;
  const [, count, unit] =
    /^(\d+(?:\.\d+)?)\s*(minute|hour|day|week|month|year)s?$/i.exec(lifetime) ?? [];
  return unit ? Number(count) * UNITS[unit.toLowerCase()]! : -1;
}

/** A lifetime in the words of a configuration, never shorter than what was seen. */
export function lifetimeIn(seconds: number): string {
  const whole = (unit: number): number => Math.max(1, Math.ceil(seconds / unit - SOON));
  const words = (count: number, unit: string): string => `${count} ${unit}${count == 1 ? "" : "s"}`;
  if (seconds < UNITS["hour"]! * (1 - SOON)) return words(whole(UNITS["minute"]!), "minute");
  if (seconds < UNITS["day"]! * (1 - SOON)) return words(whole(UNITS["hour"]!), "hour");
  const days = whole(UNITS["day"]!);
  return days % 365 ? words(days, "day") : words(days / 365, "year");
}

/** Whether a cookie lives longer than each of its declarations says; a tenth and a minute more are rounding. */
export function outlives(seconds: number | null, lifetimes: readonly string[]): boolean {
  if (seconds == null) return false;
  return lifetimes.map(secondsOf).every((most) => most >= 0 && seconds > most * 1.1 + 60);
}
