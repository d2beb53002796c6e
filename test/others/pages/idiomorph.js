import { Idiomorph } from "idiomorph";
import { content, listen } from "../content.ts";

listen((route) =>
  Idiomorph.morph(document.querySelector("#view"), content(route), { morphStyle: "innerHTML" }),
);
