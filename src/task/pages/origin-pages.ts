import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { DeskPart } from '../../../platform/web/shell/desk-parts.ts';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';
import { chiefSearch } from './chief/address.ts';
import { plansSearch, planTasksSearch } from './from-plan/address.ts';
import { meetingsSearch } from './meeting/address.ts';
import { unitSearch } from './unit/address.ts';

/** The pages of plans, meetings, and what waits for a unit or a chief, and their lines of the menu. */
export const originMenu: readonly MenuEntry[] = [
  {
    ...{ group: '调度', title: '我的任务', to: '/my-unit', permission: 'task.read', order: 10 },
    words: '本单位 欠账 待签收 待报 按时办结率 别人欠我们',
  },
  {
    ...{ group: '调度', title: '领导过问', to: '/chief', permission: 'task.instruct', order: 15 },
    words: '链长 交办 红灯 求助 退回 报链长 产业链',
  },
  {
    ...{ group: '调度', title: '从方案立项', to: '/task-plans', permission: 'task.dispatch', order: 40 },
    words: '方案 立项 责任单位 新版 下达 疑点',
  },
  {
    ...{ group: '调度', title: '会议', to: '/meetings', permission: 'task.read', order: 50 },
    words: '调度会 议程 纪要 议定 推进会',
  },
];

/** What it puts on the first page of chiefs and of those who owe tasks. */
export const originDesk: readonly DeskPart[] = [
  {
    ...{ key: 'task-chief', roles: ['chain-chief'], permission: 'task.instruct' },
    Part: lazy(() => import('./chief/chief-desk.tsx').then(({ ChiefDesk }) => ({ default: ChiefDesk }))),
  },
];

export const originPages = <R extends AnyRoute>(root: R) => [
  createRoute({
    getParentRoute: () => root,
    path: '/task-plans',
    validateSearch: plansSearch,
    component: lazyRouteComponent(() => import('./from-plan/plans-page.tsx'), 'TaskPlansPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/task-plans/$planId',
    validateSearch: planTasksSearch,
    component: lazyRouteComponent(() => import('./from-plan/plan-page.tsx'), 'PlanTasksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings',
    validateSearch: meetingsSearch,
    component: lazyRouteComponent(() => import('./meeting/meetings-page.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings/new',
    component: lazyRouteComponent(() => import('./meeting/new-page.tsx'), 'NewMeetingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings/$meetingId',
    component: lazyRouteComponent(() => import('./meeting/meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings/$meetingId/minutes',
    component: lazyRouteComponent(() => import('./meeting/minutes-page.tsx'), 'MinutesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/my-unit',
    validateSearch: unitSearch,
    component: lazyRouteComponent(() => import('./unit/unit-page.tsx'), 'MyUnitPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/units/$unitId/tasks',
    validateSearch: unitSearch,
    component: lazyRouteComponent(() => import('./unit/unit-page.tsx'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/chief',
    validateSearch: chiefSearch,
    component: lazyRouteComponent(() => import('./chief/chief-page.tsx'), 'ChiefPage'),
  }),
];
