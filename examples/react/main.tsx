/** @jsxImportSource react */
import { ConsentProvider, ConsentSettings, Consented, useConsent } from "consentry/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { consent } from "./consent.ts";

function Film() {
  return <iframe title="Film" src="https://www.youtube-nocookie.com/embed/acme" />;
}

function App() {
  const { state, permits } = useConsent();
  return (
    <main>
      <h1>React</h1>
      <p role="status">
        {state.status == "undecided"
          ? "You have not chosen yet."
          : `Films are ${permits("youtube") ? "allowed" : "refused"}.`}
      </p>
      <Consented
        to="youtube"
        fallback={
          <p id="ask">
            The film comes from YouTube.{" "}
            <button type="button" onClick={() => consent.save({ youtube: true })}>
              Allow YouTube
            </button>
          </p>
        }
      >
        <Film />
      </Consented>
      <p>
        <ConsentSettings of="youtube">Cookie settings</ConsentSettings>
      </p>
    </main>
  );
}

createRoot(document.querySelector("#app")!).render(
  <StrictMode>
    <ConsentProvider consent={consent}>
      <App />
    </ConsentProvider>
  </StrictMode>,
);
consent.start();
