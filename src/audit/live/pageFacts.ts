/** What Google's and our own global objects tell in the page. */
export interface PageFacts {
  /** Consent Mode: what was said, in order. */
  consentMode: { command: string; granted: string[] }[];
  hasDataLayer: boolean;
  records: number | null;
  /** Services of the running Consentry that are permitted. */
  permitted: string[];
  decided: boolean;
  /** Something covers the page, or it cannot be scrolled. */
  wall: boolean;
}

/** Runs in the page, as text. */
export async function pageFacts(): Promise<PageFacts> {
  const scope = window as unknown as {
    dataLayer?: unknown;
    Consentry?: {
      current?: {
        state: { status: string; services: Record<string, boolean> };
        proof?: { records(): Promise<unknown[]> };
      } | null;
    };
  };
  const layer = Array.isArray(scope.dataLayer) ? (scope.dataLayer as unknown[]) : [];
  const consentMode = layer.flatMap((entry) => {
    const call = Object(entry) as Record<number, unknown>;
    if (call[0] != "consent" || typeof call[1] != "string") return [];
    const settings = Object(call[2]) as Record<string, unknown>;
    return [
      {
        command: call[1],
        granted: Object.keys(settings).filter(
          (key) => settings[key] == "granted" && key != "security_storage",
        ),
      },
    ];
  });
  const current = scope.Consentry?.current;
  const services = current?.state.services ?? {};
  let records: number | null = null;
  try {
    records = current?.proof ? (await current.proof.records()).length : null;
  } catch {
    records = null;
  }
  const style = getComputedStyle(document.body);
  const cover = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  let covering = false;
  for (let at = cover; at && at != document.body; at = at.parentElement) {
    const box = at.getBoundingClientRect();
    if (
      getComputedStyle(at).position == "fixed" &&
      box.width >= innerWidth * 0.95 &&
      box.height >= innerHeight * 0.95
    ) {
      covering = true;
    }
  }
  return {
    consentMode,
    hasDataLayer: Array.isArray(scope.dataLayer),
    records,
    permitted: Object.keys(services).filter((id) => services[id]),
    decided: !!current && current.state.status != "undecided",
    wall:
      covering ||
      (style.overflow == "hidden" && document.documentElement.scrollHeight > innerHeight * 1.2),
  };
}
