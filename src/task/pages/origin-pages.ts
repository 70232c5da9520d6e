import type { AnyRoute } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';

/** The pages of plans, meetings, and what waits for a unit or a chief, and their lines of the menu. */
export const originMenu: readonly MenuEntry[] = [];

export const originPages = <R extends AnyRoute>(_root: R) => [];
