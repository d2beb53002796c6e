function raise(layer) {
  try {
    if (!(layer instanceof HTMLDialogElement)) layer.showPopover();
    else if (!layer.matches(":modal")) {
      layer.removeAttribute("open");
      layer.showModal();
    }
  } catch {
  }
}

export { raise };
