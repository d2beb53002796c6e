import { Component, inject } from "@angular/core";
import { ActivatedRoute } from "@angular/router";
import { SrcOnce } from "./src-once";

@Component({
  selector: "app-film",
  imports: [SrcOnce],
  template: `
    @if (isAsked) {
      <iframe title="Film" srcOnce="https://video.vendor.test/film"></iframe>
    } @else {
      <p id="ask">A film, if you allow it.</p>
    }
  `,
})
export class Film {
  protected readonly isAsked = inject(ActivatedRoute).snapshot.fragment == "film";
}
