import { Component } from "@angular/core";
import { Film } from "../film";

@Component({
  selector: "app-built",
  imports: [Film],
  template: `<h1>Built</h1>
    <app-film />`,
})
export default class Built {}
