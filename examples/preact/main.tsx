import { ConsentProvider, ConsentSettings, Consented, useConsent } from "consentry/preact";
import { render } from "preact";
import { consent } from "./consent.ts";

function Film() {
  return <iframe title="Film" src="https://www.youtube-nocookie.com/embed/acme" />;
}

function App() {
  const { state, permits } = useConsent();
  return (
    <main>
      <h1>Preact</h1>
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

render(
  <ConsentProvider consent={consent}>
    <App />
  </ConsentProvider>,
  document.querySelector("#app")!,
);
consent.start();
