import { Component } from "@angular/core";
import { Film } from "../film";

@Component({
  selector: "app-slow",
  imports: [Film],
  template: `<h1>Slow</h1>
    <app-film />`,
})
export default class Slow {}
