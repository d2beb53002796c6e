/**
 * As much of `@angular/core` as the adapter uses. Angular's own types stand in its packages, which only the app that is
 * tried installs; there both are compared.
 */
declare module "@angular/core" {
  export interface Signal<Value> {
    (): Value;
  }
  export interface WritableSignal<Value> extends Signal<Value> {
    set(value: Value): void;
  }
  export interface InputSignal<Value> extends Signal<Value> {
    readonly _value?: Value;
  }
  export interface InjectionToken<Value> {
    readonly _value?: Value;
  }
  export interface StateKey<Value> {
    readonly _value?: Value;
  }
  export interface EnvironmentProviders {
    readonly ɵbrand: "EnvironmentProviders";
  }
  export interface TemplateRef<Context> {
    readonly _context?: Context;
  }
  export interface Provider {
    provide: unknown;
    useFactory: () => unknown;
  }
  interface Token<Value> {
    prototype: Value;
  }
  export const ApplicationRef: Token<{ whenStable(): Promise<void> }>;
  export const DestroyRef: Token<{ onDestroy(undo: () => void): unknown }>;
  export const TemplateRef: Token<TemplateRef<unknown>>;
  export const TransferState: Token<{
    get<Value>(key: StateKey<Value>, fallback: Value): Value;
    set<Value>(key: StateKey<Value>, value: Value): void;
  }>;
  export const ViewContainerRef: Token<{
    clear(): void;
    createEmbeddedView(template: TemplateRef<unknown>): unknown;
  }>;
  export const InjectionToken: new <Value>(name: string) => InjectionToken<Value>;
  export const DOCUMENT: InjectionToken<Document>;
  export const PLATFORM_ID: InjectionToken<object>;
  export const REQUEST_CONTEXT: InjectionToken<unknown>;
  export const input: {
    <Value>(initial: Value): InputSignal<Value>;
    required<Value>(): InputSignal<Value>;
  };
  export function inject<Value>(token: InjectionToken<Value> | Token<Value>): Value;
  export function inject<Value>(
    token: InjectionToken<Value> | Token<Value>,
    options: { optional: true },
  ): Value | null;
  export function signal<Value>(initial: Value): WritableSignal<Value>;
  export function effect(run: () => void): unknown;
  export function makeStateKey<Value>(name: string): StateKey<Value>;
  export function makeEnvironmentProviders(
    providers: readonly (EnvironmentProviders | Provider)[],
  ): EnvironmentProviders;
  export function provideEnvironmentInitializer(run: () => void): EnvironmentProviders;

  /** What the compiler reads of a class of a library. */
  export interface ɵɵFactoryDeclaration<Class, Deps> {
    readonly _types?: [Class, Deps];
  }
  export interface ɵɵDirectiveDeclaration<
    Class,
    Selector,
    ExportAs,
    Inputs,
    Outputs,
    Queries,
    Slots,
    Alone,
    Hosts,
  > {
    readonly _types?: [Class, Selector, ExportAs, Inputs, Outputs, Queries, Slots, Alone, Hosts];
  }
  export function ɵɵngDeclareFactory(facts: object): never;
  export function ɵɵngDeclareDirective(facts: object): never;
  export const ɵɵFactoryTarget: { readonly Directive: 0 };
}
