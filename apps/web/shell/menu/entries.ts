import type { MenuEntry } from '../../../../platform/web/shell/menu.ts';
import { accountMenu } from '../../../../src/account/pages/index.ts';
import { auditMenu } from '../../../../src/audit/pages/index.ts';
import { chainMenu } from '../../../../src/chain/pages/index.ts';
import { diagnosisMenu } from '../../../../src/diagnosis/pages/index.ts';
import { enterpriseMenu } from '../../../../src/enterprise/pages/index.ts';
import { indicatorMenu } from '../../../../src/indicator/pages/index.ts';
import { ladderMenu } from '../../../../src/ladder/pages/index.ts';
import { noticeMenu } from '../../../../src/notice/pages/index.ts';
import { organisationMenu } from '../../../../src/organisation/pages/index.ts';
import { planMenu } from '../../../../src/plan/pages/index.ts';
import { policyMenu } from '../../../../src/policy/pages/index.ts';
import { projectMenu } from '../../../../src/project/pages/index.ts';
import { reportMenu } from '../../../../src/report/pages/index.ts';
import { taskMenu } from '../../../../src/task/pages/index.ts';
import { workMenu } from '../../../../src/work/pages/index.ts';

/** Every slice brings its own lines of the menu. */
export const menuEntries: readonly MenuEntry[] = [
  ...workMenu,
  ...noticeMenu,
  ...planMenu,
  ...indicatorMenu,
  ...taskMenu,
  ...projectMenu,
  ...diagnosisMenu,
  ...ladderMenu,
  ...chainMenu,
  ...reportMenu,
  ...enterpriseMenu,
  ...policyMenu,
  ...organisationMenu,
  ...accountMenu,
  ...auditMenu,
];
