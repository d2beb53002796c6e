function startOf(dialog, part) {
  const switches = [...dialog.querySelectorAll("[data-consentry-id]")];
  return switches.find((one) => one.dataset["consentryId"] == part) ?? (part ? dialog.querySelector("[open] > summary") : null) ?? dialog.querySelector("h2");
}

export { startOf };
