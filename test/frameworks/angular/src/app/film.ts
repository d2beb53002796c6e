import { Component } from "@angular/core";
import { Consented } from "consentry/angular";
import { SrcOnce } from "./src-once";

@Component({
  selector: "app-film",
  imports: [Consented, SrcOnce],
  template: `
    <iframe
      *consented="'video'; else ask"
      title="Film"
      srcOnce="https://video.vendor.test/film"
    ></iframe>
    <ng-template #ask><p id="ask">A film, if you allow it.</p></ng-template>
  `,
})
export class Film {}
