import htmx from "htmx.org";
import { Idiomorph } from "idiomorph";

// As idiomorph's own extension for htmx does.
htmx.defineExtension("morph", {
  isInlineSwap: (style) => style.startsWith("morph"),
  handleSwap: (_style, target, fragment) =>
    Idiomorph.morph(target, fragment.children, { morphStyle: "innerHTML" }),
});
