import type { Actor } from './actor.ts';
import { type Permission, permissions } from './permissions.ts';
import { wholeReach } from './reach.ts';

const all = Object.keys(permissions) as Permission[];
const business = all.filter((permission) => ['business', 'common'].includes(permissions[permission].kind));

/** The platform itself: first start, demo, timers. It never answers a request from outside. */
export const systemActor: Actor = {
  id: '@system',
  name: '系统',
  post: null,
  permissions: new Set(all),
  reach: wholeReach,
  from: '系统',
  sessionId: null,
};

/** Whoever works at the command line of the server's own machine, who could open the data folder anyway. */
export const localOperator: Actor = {
  id: '@local',
  name: '本机操作员',
  post: null,
  permissions: new Set(business),
  reach: wholeReach,
  from: '命令行',
  sessionId: null,
};
