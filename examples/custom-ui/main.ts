import { createConsent } from "consentry";
import { googleAnalytics } from "consentry/services/google-analytics";
import { microsoftUet } from "consentry/services/microsoft-uet";
import { googleConsentMode } from "consentry/signals/google-consent-mode";
import { microsoftUetSignal } from "consentry/signals/microsoft-uet";

const consent = createConsent({
  controller: { name: "Acme BV" },
  services: [googleAnalytics({ id: "G-ACME1234" }), microsoftUet({ id: "1234567" })],
  signals: [googleConsentMode(), microsoftUetSignal()],
});

const form = document.querySelector<HTMLFormElement>("#choices")!;
const boxes = form.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
const status = document.querySelector("#status")!;
const withdraw = document.querySelector<HTMLButtonElement>("#withdraw")!;

// The form is a draft. What is decided is in `state`, and comes back by "change".
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter as HTMLButtonElement;
  if (button.value == "acceptAll") void consent.acceptAll();
  else if (button.value == "rejectAll") void consent.rejectAll();
  else
    void consent.save(Object.fromEntries([...boxes].map(({ name, checked }) => [name, checked])));
});
withdraw.addEventListener("click", () => consent.withdraw());

consent.on("change", ({ status: is, categories, decidedAt }) => {
  const answers: Readonly<Record<string, boolean>> = categories;
  for (const box of boxes) box.checked = answers[box.name] == true;
  const allowed = [...boxes].filter(({ checked }) => checked).map(({ name }) => name);
  withdraw.hidden = allowed.length == 0;
  status.textContent =
    is == "undecided"
      ? "You have not chosen yet. Nothing optional runs."
      : `Chosen on ${new Date(decidedAt!).toLocaleString()}: ${allowed.join(" and ") || "nothing optional"}.`;
});
consent.on("problem", ({ message }) => console.warn(message));

consent.start();
