"use client";
import { createConsent } from "consentry/lazy";
import { ConsentProvider } from "consentry/react";
import { useEffect, type ReactNode } from "react";
import { options } from "../consent.config";

export const consent = createConsent(options);

export function Consent({ children }: { children: ReactNode }) {
  useEffect(() => void consent.start(), []);
  return <ConsentProvider consent={consent}>{children}</ConsentProvider>;
}
