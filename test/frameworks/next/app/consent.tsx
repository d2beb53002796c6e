"use client";
import { createConsent } from "consentry/lazy";
import type { State } from "consentry/server";
import { ConsentProvider } from "consentry/react";
import { useEffect, type ReactNode } from "react";
import { options } from "../consent.config";

export const consent = createConsent(options);

export function Consent({ initial, children }: { initial: State; children: ReactNode }) {
  useEffect(() => void consent.start(), []);
  return (
    <ConsentProvider consent={consent} initial={initial}>
      {children}
    </ConsentProvider>
  );
}
