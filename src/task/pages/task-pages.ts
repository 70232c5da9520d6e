import type { AnyRoute } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';

/** The pages of tasks, and their lines of the menu. */
export const taskMenu: readonly MenuEntry[] = [];

export const taskPages = <R extends AnyRoute>(_root: R) => [];
