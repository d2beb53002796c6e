import {
  inject,
  RESPONSE_INIT,
  provideBrowserGlobalErrorListeners,
  type ApplicationConfig,
} from "@angular/core";
import { provideClientHydration, withEventReplay } from "@angular/platform-browser";
import {
  PreloadAllModules,
  provideRouter,
  RedirectCommand,
  Router,
  withNavigationErrorHandler,
  withPreloading,
} from "@angular/router";
import { routes } from "./app.routes";

/** What fails shows the page for it, and the server says so. */
function failed() {
  const answer = inject(RESPONSE_INIT, { optional: true });
  if (answer) answer.status = 500;
  return new RedirectCommand(inject(Router).parseUrl("/failed"), { skipLocationChange: true });
}

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withPreloading(PreloadAllModules), withNavigationErrorHandler(failed)),
    provideClientHydration(withEventReplay()),
  ],
};
