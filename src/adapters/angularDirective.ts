import * as ng from "@angular/core";
import type { Ids } from "../core/config/ids.ts";
import type { RegisteredId } from "../engine/consent.ts";
import { injectConsent } from "./angularSignals.ts";

/**
 * Renders its element when everything named is permitted, and takes it away on withdrawal; until then, and after, the
 * template behind `else`: `<iframe *consented="'youtube'; else ask" … />`. A standalone directive, for `imports`.
 *
 * @throws never
 *
 * @example
 * import { Consented } from "consentry/angular";
 *
 * export const imports = [Consented];
 */
export class Consented<Text extends string = string> {
  /** Categories and services, each of which must be permitted. */
  readonly consented: ng.InputSignal<Ids<Text, RegisteredId>> = ng.input.required();
  /** Stands in for it. Default: nothing. */
  readonly consentedElse: ng.InputSignal<ng.TemplateRef<unknown> | null> =
    ng.input<ng.TemplateRef<unknown> | null>(null);

  constructor() {
    const place = ng.inject(ng.ViewContainerRef);
    const element = ng.inject<ng.TemplateRef<unknown>>(ng.TemplateRef);
    const { permits } = injectConsent();
    let shown: ng.TemplateRef<unknown> | null = null;
    ng.effect(() => {
      const wanted = permits<string>(this.consented() as string) ? element : this.consentedElse();
      if (wanted == shown) return;
      shown = wanted;
      place.clear();
      if (wanted) place.createEmbeddedView(wanted);
    });
  }

  // What Angular's compiler makes of `@Directive` in a library; an app's build links it.
  static readonly ɵfac: ng.ɵɵFactoryDeclaration<Consented, never> = ng.ɵɵngDeclareFactory({
    minVersion: "12.0.0",
    version: "22.2.0",
    ngImport: ng,
    type: Consented,
    deps: [],
    target: ng.ɵɵFactoryTarget.Directive,
  });
  static readonly ɵdir: ng.ɵɵDirectiveDeclaration<
    Consented,
    "[consented]",
    never,
    {
      consented: { alias: "consented"; required: true; isSignal: true };
      consentedElse: { alias: "consentedElse"; required: false; isSignal: true };
    },
    {},
    never,
    never,
    true,
    never
  > = ng.ɵɵngDeclareDirective({
    minVersion: "17.1.0",
    version: "22.2.0",
    ngImport: ng,
    type: Consented,
    selector: "[consented]",
    isStandalone: true,
    inputs: {
      consented: {
        classPropertyName: "consented",
        publicName: "consented",
        isSignal: true,
        isRequired: true,
        transformFunction: null,
      },
      consentedElse: {
        classPropertyName: "consentedElse",
        publicName: "consentedElse",
        isSignal: true,
        isRequired: false,
        transformFunction: null,
      },
    },
  });
}
