import { createRootRoute, createRouter } from '@tanstack/react-router';
import { planRoutes } from '../../src/plan/pages/index.ts';
import { Crash } from './shell/crash.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crash });

/** Every slice brings its own pages; here they are hung below the one frame. */
export const router = createRouter({
  routeTree: root.addChildren(planRoutes(root)),
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
