import { importOf } from "./edits.ts";

/** A component of React that starts the instance, and hands it to what stands inside. */
export function providerModule(options: string, typed: boolean): string {
  return `${importOf("{ createConsent }", "consentry/lazy")}
${importOf("{ ConsentProvider }", "consentry/react")}
${importOf(`{ useEffect${typed ? ", type ReactNode" : ""} }`, "react")}
${importOf("{ options }", options)}

export const consent = createConsent(options);

export function Consent({ children }${typed ? ": { children: ReactNode }" : ""}) {
  useEffect(() => void consent.start(), []);
  return <ConsentProvider consent={consent}>{children}</ConsentProvider>;
}
`;
}
