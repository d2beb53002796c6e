import { Component } from "@angular/core";
import { RouterLink, RouterOutlet } from "@angular/router";

@Component({
  selector: "app-root",
  imports: [RouterLink, RouterOutlet],
  styles: "main { padding: 1rem; }",
  template: `
    <nav><a routerLink="/">Home</a> <a routerLink="/two">Two</a></nav>
    <main><router-outlet /></main>
    <button type="button" data-consent-open>Cookie settings</button>
  `,
})
export class App {}
