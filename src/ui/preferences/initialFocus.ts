/** What is focused when the preference centre opens: the part that was asked for, else its title. */
export function initialFocus(dialog: HTMLElement, part: string): HTMLElement {
  const switches = [...dialog.querySelectorAll<HTMLElement>("[data-consentry-id]")];
  return (
    switches.find((one) => one.dataset["consentryId"] == part) ??
    (part ? dialog.querySelector<HTMLElement>("[open] > summary") : null) ??
    dialog.querySelector("h2")!
  );
}
