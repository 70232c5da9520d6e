import { indicatorDeps } from '../../../apps/server/indicator.ts';
import { systemClock } from '../../../platform/clock/index.ts';
import { asSystem } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { collectionApi, type FormContentJson, type SheetJson } from '../../../src/indicator/contract.ts';
import type { Definition } from '../../../src/indicator/domain/index.ts';
import type { IndicatorDeps } from '../../../src/indicator/index.ts';
import { keepForms, keepTotals } from '../../../src/indicator/routes.ts';
import { putDefinitions, wrongPeriods } from '../../../src/indicator/store.ts';
import { shifted } from '../../../src/kernel/index.ts';
import { units } from '../../access/organisation.ts';
import { openPolicyWorld, type PolicyWorld } from '../../policy/world.ts';

export const clerk = 'post-reporting-clerk';
export const reviewer = 'post-reviewer';
export const office = 'post-chain-office';
export const lead = 'post-lead-unit';

/** The month before the present one in China: its sheets are open today whatever day the tests run on. */
export const lastMonth = shifted(new Date(Date.parse(systemClock.now()) + 8 * 3_600_000).toISOString().slice(0, 7), -1);

const monthly: Omit<Definition, 'id' | 'name'> = {
  ...{ unit: '万元', decimals: 2, direction: 'up', measures: 'flow', frequency: 'month' },
  ...{ bases: [], source: null, low: 0, high: 100_000_000, of: { kind: 'sum' } },
};
const definitions: readonly Definition[] = [
  { ...monthly, id: 'output', name: '产值' },
  { ...monthly, id: 'export', name: '出口' },
  { ...monthly, id: 'home', name: '内销' },
  {
    ...monthly,
    id: 'rate',
    name: '出口占比',
    unit: '%',
    of: { kind: 'ratio', above: 'export', below: 'output', times: 100 },
  },
  {
    ...monthly,
    id: 'large',
    name: '大户',
    unit: '家',
    decimals: 0,
    of: { kind: 'count', of: 'output', op: '>=', value: 10_000 },
  },
  { ...monthly, id: 'yearly', name: '年度数', frequency: 'year' },
];

/** A form for the own unit with three figures that add up; a test says what is different. */
export const formContent = (changes: Partial<FormContentJson> = {}): FormContentJson => ({
  ...{
    name: '产业链月报',
    note: '',
    rows: 'unit',
    chains: [],
    role: 'part',
    frequency: 'month',
    firstPeriod: lastMonth,
  },
  columns: [
    { indicatorId: 'output', required: true },
    { indicatorId: 'export', required: true },
    { indicatorId: 'home', required: false },
  ],
  ...{ opensAfter: 1, dueAfter: 90, remindBefore: 3, units: [units.own], chainId: null },
  checks: {
    sums: [{ total: 'output', parts: ['export', 'home'], tolerance: 0, severity: 'hard' }],
    ...{ ratios: [], cell: null },
  },
  ...changes,
});

export interface CollectionWorld extends PolicyWorld {
  readonly deps: IndicatorDeps;
  readonly at: (moment: string) => IndicatorDeps;
  /** Makes and opens a form and all its sheets; gives the form's id and the sheets of it. */
  readonly open: (content: FormContentJson, post?: string) => Promise<string>;
  readonly sheetOf: (formId: string, unitId?: string, period?: string) => Promise<SheetJson>;
  /** Writes cells upon what stands there now. */
  readonly fill: (post: string, sheetId: string, cells: readonly Typed[]) => Promise<void>;
  readonly wrong: (periods: readonly string[]) => Promise<string[]>;
}
export type Typed = readonly [row: string, indicatorId: string, value: number | null, reason?: string];

export async function openCollectionWorld(): Promise<CollectionWorld> {
  const world = await openPolicyWorld();
  const at = (moment: string): IndicatorDeps =>
    indicatorDeps({ db: world.database.db, clock: { now: () => moment }, newId } as never);
  const deps = indicatorDeps({ db: world.database.db, clock: systemClock, newId } as never);
  const nobody = { regionId: null, unitId: null, chainId: null };
  await asSystem(() =>
    putDefinitions(
      deps.db,
      definitions.map((definition) => ({ definition, origin: 'test', ...nobody })),
      systemClock.now(),
    ),
  );
  const settle = async (): Promise<void> => {
    while ((await asSystem(() => keepForms(deps))) > 0);
  };
  return {
    ...world,
    ...{ deps, at },
    open: async (content, post = office) => {
      const form = await world.as(post, collectionApi.createForm, { body: content });
      const params = { formId: form.id };
      await world.as(post, collectionApi.setFormState, { params, body: { revision: 1, state: 'open' } });
      await settle();
      return form.id;
    },
    sheetOf: async (formId, unitId = units.own, period = lastMonth) => {
      const query = { formId, period, pageSize: 200 };
      const { rows } = await world.as('city-office', collectionApi.listSheets, { query });
      const row = rows.find((each) => each.unitId === unitId);
      if (row === undefined) throw new Error(`no sheet of ${unitId} for ${period}`);
      return world.as('city-office', collectionApi.readSheet, { params: { sheetId: row.id } });
    },
    fill: async (post, sheetId, cells) => {
      const { cells: stand } = await world.as(post, collectionApi.readSheet, { params: { sheetId } });
      const answer = await world.as(post, collectionApi.saveCells, {
        params: { sheetId },
        body: {
          cells: cells.map(([row, indicatorId, value, reason = '']) => ({
            ...{ row, indicatorId, value, reason: reason === '' ? null : reason, note: null },
            revision: stand.find((cell) => cell.row === row && cell.indicatorId === indicatorId)?.revision ?? 0,
          })),
        },
      });
      if (answer.saved !== cells.length) throw new Error(JSON.stringify(answer.answers));
    },
    wrong: async (periods) => {
      while ((await asSystem(() => keepTotals(deps))) > 0);
      return asSystem(() => wrongPeriods(deps.db, periods));
    },
  };
}

/** Everything required, and it adds up. */
export const whole: readonly Typed[] = [
  ['unit', 'output', 12_000],
  ['unit', 'export', 5_000],
  ['unit', 'home', 7_000],
];
