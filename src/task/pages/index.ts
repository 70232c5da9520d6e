import type { AnyRoute } from '@tanstack/react-router';
import type { DeskPart } from '../../../platform/web/shell/desk-parts.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import '../../../platform/web/shell/static-data.ts';
import { dispatchMenu, dispatchPages } from './dispatch-pages.ts';
import { originDesk, originMenu, originPages } from './origin-pages.ts';
import { taskPages, taskMenu as tasksMenu } from './task-pages.ts';

/** What it puts on the first page of some roles. */
export const taskDesk: readonly DeskPart[] = originDesk;

/** Its lines of the menu. */
export const taskMenu: readonly MenuEntry[] = [...tasksMenu, ...dispatchMenu, ...originMenu];

/** The pages of this slice, each loaded when it is first opened. */
export const taskRoutes = <R extends AnyRoute>(root: R) => [
  ...taskPages(root),
  ...dispatchPages(root),
  ...originPages(root),
];
