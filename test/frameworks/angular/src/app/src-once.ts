import { Directive, ElementRef, inject, input, type OnInit } from "@angular/core";

/** Angular sets attributes again as it hydrates. With `src`, a frame that the server rendered would load twice. */
@Directive({ selector: "[srcOnce]" })
export class SrcOnce implements OnInit {
  readonly srcOnce = input.required<string>();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  ngOnInit() {
    if (this.element.getAttribute("src") == this.srcOnce()) return;
    this.element.setAttribute("src", this.srcOnce());
  }
}
