import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import '../../platform/web/shell/static-data.ts';
import { accountRoutes } from '../../src/account/pages/index.ts';
import { auditRoutes } from '../../src/audit/pages/index.ts';
import { chainRoutes } from '../../src/chain/pages/index.ts';
import { diagnosisRoutes } from '../../src/diagnosis/pages/index.ts';
import { enterpriseRoutes } from '../../src/enterprise/pages/index.ts';
import { indicatorRoutes } from '../../src/indicator/pages/index.ts';
import { ladderRoutes } from '../../src/ladder/pages/index.ts';
import { noticeRoutes } from '../../src/notice/pages/index.ts';
import { organisationRoutes } from '../../src/organisation/pages/index.ts';
import { planRoutes } from '../../src/plan/pages/index.ts';
import { policyRoutes } from '../../src/policy/pages/index.ts';
import { projectRoutes } from '../../src/project/pages/index.ts';
import { reportRoutes } from '../../src/report/pages/index.ts';
import { taskRoutes } from '../../src/task/pages/index.ts';
import { workRoutes } from '../../src/work/pages/index.ts';
import { Crash } from './shell/crash.tsx';
import { Frame } from './shell/frame.tsx';
import { NotFound } from './shell/not-found.tsx';
import { SignedIn } from './shell/session/signed-in.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Crash });

/** Where somebody lands who signed in beside a page whose session had ended. */
const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  staticData: { bare: true },
  component: SignedIn,
});

/** Every slice brings its own pages; here they are hung below the one frame. */
export const router = createRouter({
  routeTree: root.addChildren([
    signedIn,
    ...accountRoutes(root),
    ...auditRoutes(root),
    ...noticeRoutes(root),
    ...organisationRoutes(root),
    ...workRoutes(root),
    ...planRoutes(root),
    ...indicatorRoutes(root),
    ...taskRoutes(root),
    ...projectRoutes(root),
    ...policyRoutes(root),
    ...enterpriseRoutes(root),
    ...diagnosisRoutes(root),
    ...ladderRoutes(root),
    ...chainRoutes(root),
    ...reportRoutes(root),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
