import type { MenuEntry } from '../../../../platform/web/shell/menu.ts';
import { auditMenu } from '../../../../src/audit/pages/index.ts';
import { planMenu } from '../../../../src/plan/pages/index.ts';

/** Every slice brings its own lines of the menu. */
export const menuEntries: readonly MenuEntry[] = [...planMenu, ...auditMenu];
