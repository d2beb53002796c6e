import { createConsent } from "consentry/lazy";
import { ConsentProvider } from "consentry/react";
import type { State } from "consentry/server";
import { useEffect, type ReactNode } from "react";
import { options } from "./consent.config";

export const consent = createConsent(options);

export function Consent({
  initial,
  children,
}: {
  initial: State | undefined;
  children: ReactNode;
}) {
  useEffect(() => void consent.start(), []);
  return (
    <ConsentProvider consent={consent} initial={initial}>
      {children}
    </ConsentProvider>
  );
}
