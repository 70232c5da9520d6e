import { addDays, type WorkingCalendar, workingCalendar } from '../../../kernel/index.ts';
import { type MonthDone, noMeans, type Position, type ProjectContent, type StageEvent } from '../model/index.ts';
import type { ProjectNorms } from '../norm/index.ts';

/** A project for tests: 120 million yuan, planned for two years. */
export const contentOf = (
  changes: Partial<ProjectContent> = {},
  facts: Partial<ProjectContent['facts']> = {},
): ProjectContent => ({
  facts: {
    ...{ name: '纱线项目', code: null, enterprise: '瑞缎纺织', creditCode: null, nature: 'new', site: '', scope: '' },
    ...{ totalFen: 1_200, startMonth: null, completionMonth: null, productionMonth: null, note: '', ...facts },
  },
  ...{ before: null, plan: [], permits: [], milestones: [], means: noMeans, followers: [], ...changes },
});

export const doneOf = (
  months: Readonly<Record<string, number>>,
  vintage: MonthDone['vintage'] = 'reported',
): MonthDone[] =>
  Object.entries(months).map(([month, fen]) => ({
    month,
    fen,
    vintage,
    revision: 1,
    savedAt: `${month}-28T00:00:00.000Z`,
  }));

/** Events at one day after another. */
export function history(
  ...steps: readonly (readonly [kind: StageEvent['kind'], position: Position, on: string, agreed?: boolean])[]
): StageEvent[] {
  return steps.map(([kind, position, on, agreed], at) => ({
    ...{ id: `e${at}`, kind, position, on, evidence: '文件', files: [], note: '' },
    ...{ at: `${addDays('2026-01-01', at)}T00:00:00.000Z`, by: { id: 'a', name: '甲' } },
    decision:
      agreed === undefined ? null : { agreed, at: `2026-06-01T00:00:00.000Z`, by: { id: 'b', name: '乙' }, reason: '' },
  }));
}

export const normsOf = (changes: Partial<ProjectNorms> = {}): ProjectNorms => ({
  from: '2020-01-01',
  permits: [
    { kind: 'construction', name: '施工许可', days: 7, working: true, source: '办法' },
    { kind: 'environment', name: '环评', days: 30, working: false, source: '法' },
  ],
  stays: [{ position: 'waiting', days: 100, source: '' }],
  limits: {
    ...{ silentYellow: 2, silentRed: 4, behindYellow: 80, behindRed: 50, lateRed: 60, nearDays: 30, overTotal: 120 },
  },
  thresholds: [],
  ...changes,
});

/** 2026 with the days around the October holiday. */
export const calendar: WorkingCalendar = workingCalendar([
  { year: 2026, off: [{ from: '2026-10-01', to: '2026-10-07' }], work: ['2026-09-20', '2026-10-10'] },
]);
