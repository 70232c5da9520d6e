import type { AnyRoute } from '@tanstack/react-router';
import type { MenuEntry } from '../../../platform/web/shell/menu.ts';

/** The pages of dispatches, and their lines of the menu. */
export const dispatchMenu: readonly MenuEntry[] = [];

export const dispatchPages = <R extends AnyRoute>(_root: R) => [];
