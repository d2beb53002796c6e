import Swup from "swup";
import SwupScriptsPlugin from "@swup/scripts-plugin";

globalThis.swup = new Swup({
  containers: ["#view"],
  animationSelector: false,
  plugins: [new SwupScriptsPlugin({ head: false })],
});
