import { describe, expect, test } from 'vitest';
import { packLibrary } from '../../../../apps/packs.ts';
import { inPlan } from '../../../../tests/examples/document.ts';
import { done, office } from '../../../../tests/examples/task.ts';
import { findUnit, registersOf } from '../../../organisation/index.ts';
import { type PlanContent, type PlanItem, planPack } from '../../../plan/index.ts';
import { create } from '../moves/index.ts';
import { doubtWords } from '../wording/index.ts';
import { draftTasks, type PlanOrigin, plannedOfEdition, plannedOfPack, type ResolveUnit, wholeOf } from './index.ts';

const library = packLibrary();
const registers = registersOf(library);
const resolveIn =
  (plan: Pick<PlanContent, 'region'>): ResolveUnit =>
  (name) => {
    const found = findUnit(name, registers, plan.region);
    return { id: found === null || found.collective ? null : found.key, collective: found?.collective ?? false };
  };
const originOf = (plan: PlanContent): PlanOrigin => ({
  ...{ planId: plan.id, edition: plan.edition, issuedOn: plan.issuedOn, years: plan.period },
  ...{ regionCode: plan.region, chains: plan.chains },
});
const draftsOf = (plan: PlanContent) => draftTasks(plannedOfPack(plan), originOf(plan), resolveIn(plan));
const plans = library.of(planPack).map(({ content }) => content);
const planOf = (id: string): PlanContent => {
  const found = plans.find((plan) => plan.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('tasks of the plans that come with the program', () => {
  test.each([
    ['nanchang-textile-2025', 29],
    ['qingshanhu-2024', 6],
    ['hunan-textile-2023', 25],
    ['jiangxi-textile-2023', 0],
    ['yichun-869-2023', 0],
    ['yichun-869-tasks-2023', 37],
  ])('%s has %i', (id, count) => {
    expect(draftsOf(planOf(id))).toHaveLength(count);
  });

  test.each(plans.map((plan) => [plan.id, plan] as const))(
    '%s: leads, units and deadlines are the document’s',
    (_id, plan) => {
      const drafts = draftsOf(plan);
      expect(drafts).toHaveLength(plan.tasks.length);
      for (const [at, task] of plan.tasks.entries()) {
        const { content } = drafts[at] ?? { content: null };
        if (content === null) throw new Error(task.no);
        const names = (role: string) =>
          content.duties.filter((each) => each.role === role).map(({ unit }) => unit.name);
        const leads = [task.lead, ...task.coLeads, ...task.groups.map(({ lead }) => lead)].filter(
          (each) => each !== null,
        );
        expect(new Set(names('lead'))).toEqual(new Set(leads));
        const stated = content.duties.filter(({ inherited }) => !inherited).map(({ unit }) => unit.name);
        expect(stated).toEqual(task.units);
        const months = [...content.milestones.map(({ dueOn }) => dueOn), ...content.duties.map(({ dueOn }) => dueOn)];
        for (const month of task.deadlines) expect(months.map((each) => each?.slice(0, 7))).toContain(month);
        expect(content.source).toMatchObject({ kind: 'plan', planId: plan.id, place: task.no });
        done(create({ ...content, id: `${plan.id}/${task.no}` }, office('2025-03-01')));
      }
    },
  );

  test('a general sentence adds its units from its place on, and says that they come by it', () => {
    const drafts = draftsOf(planOf('yichun-869-tasks-2023'));
    const inherited = drafts.map(({ content }) => content.duties.filter((each) => each.inherited).length);
    expect(inherited[0]).toBe(0);
    expect(inherited.slice(1).every((count) => count === 2)).toBe(true);
    expect(drafts[1]?.content.duties.slice(-2)).toMatchObject([
      { unit: { name: '宜春经开区管委会' }, role: 'cooperating' },
      { unit: { name: '各县市区政府' }, role: 'cooperating' },
    ]);
  });

  test('figures of the same paragraph are its deliverables', () => {
    const figures = draftsOf(planOf('nanchang-textile-2025')).flatMap(({ content }) => content.deliverables);
    const digital = figures.filter(({ name }) => name.includes('数字化改造'));
    expect(digital.map(({ target, by, mode }) => [target, by.slice(0, 4), mode])).toContainEqual([
      150,
      '2027',
      'cumulative',
    ]);
    for (const { from, by, target } of figures) {
      expect(from <= by).toBe(true);
      expect(Number.isSafeInteger(target)).toBe(true);
    }
    const plan = planOf('nanchang-textile-2025');
    const growing = plan.indicators.filter(
      ({ place, mode }) =>
        (mode === 'cumulative' || mode === 'increment') &&
        plan.tasks.some(({ no }) => place === no || place.startsWith(`${no}/`)),
    );
    expect(figures.filter(({ mode }) => mode === 'cumulative')).toHaveLength(growing.length);
  });

  test('what somebody has to look at is said', () => {
    const doubts = draftsOf(planOf('nanchang-textile-2025')).flatMap((draft) => draft.doubts);
    expect(doubts).toContainEqual({ code: 'deadline-before-issue', given: '2025-01' });
    expect(doubts).toContainEqual({ code: 'unit-collective', given: '各有关县（区）政府' });
    for (const doubt of doubts) expect(doubtWords(doubt)).toMatch(/。$/);
  });
});

describe('tasks of an edition', () => {
  const origin: PlanOrigin = {
    ...{
      planId: 'P1',
      edition: 2,
      issuedOn: '2025-03-12',
      years: { from: 2025, to: 2027 },
      regionCode: '990100',
      chains: [],
    },
  };
  const items = (...body: string[]): PlanItem[] => {
    const read = inPlan(...body);
    const of = (kind: 'task' | 'indicator', contents: readonly object[]) =>
      contents.map((each, at) => ({
        id: `${kind}${at}`,
        kind,
        review: 'confirmed',
        origin: 'extracted',
        touched: null,
        content: each,
      }));
    return [...of('task', read.tasks), ...of('indicator', read.indicators)] as unknown as PlanItem[];
  };
  const drafts = (...body: string[]) =>
    draftTasks(plannedOfEdition(items(...body)), origin, (name) => ({ id: name, collective: false }));

  test('the last deadline is the deadline, those before are milestones', () => {
    const [draft] = drafts('1.建设园区。2025年9月底前开工，2026年6月底前交付。（责任单位：市工信局、市财政局）');
    expect(draft?.content.duties.map(({ dueOn, role }) => [role, dueOn])).toEqual([
      ['lead', '2026-06-30'],
      ['cooperating', null],
    ]);
    expect(draft?.content.milestones).toMatchObject([{ name: '2025年9月节点', dueOn: '2025-09-30' }]);
    expect(draft?.doubts).toEqual([]);
  });

  test('months of which each has its own time are occurrences and no deadlines', () => {
    const [draft] = drafts('1.组织对接。2025年6月、9月各举办1场对接会，每月一次专题调研。（责任单位：市工信局）');
    expect(draft?.content.recurrences).toMatchObject([
      { kind: 'dated', months: ['2025-06', '2025-09'], what: '举办对接会' },
      { kind: 'every', every: 1, what: '专题调研' },
    ]);
    expect(draft?.content.milestones).toEqual([]);
    expect(draft?.content.duties[0]?.dueOn).toBeNull();
    expect(draft?.doubts).toEqual([]);
  });

  test('a figure of a year and one to the end of the plan are two deliverables', () => {
    const [draft] = drafts('1.改造车间。2025年实施数字化改造项目45个，到2027年底累计实施150个。（责任单位：市工信局）');
    const found = draft?.content.deliverables.map(({ target, by, counts }) => [target, by, counts]);
    expect(found).toContainEqual([150, '2027-12-31', 'reported']);
    expect(found?.map(([target]) => target)).toContain(45);
    expect(draft?.content.source).toMatchObject({ itemId: 'task0', edition: 2 });
  });

  test('a figure owed every year is one for each year of the plan, and no meeting', () => {
    const [draft] = drafts('1.服务企业。每年选派博士到企业服务不少于100人次，每月一次专题调研。（责任单位：市科技局）');
    expect(draft?.content.deliverables.map(({ target, mode, by }) => [target, mode, by])).toEqual([
      [100, 'annual', '2025-12-31'],
      [100, 'annual', '2026-12-31'],
      [100, 'annual', '2027-12-31'],
    ]);
    expect(draft?.content.recurrences).toMatchObject([{ every: 1, what: '专题调研' }]);
  });

  test('meetings of which each has its month are not counted once more', () => {
    const [draft] = drafts('1.组织对接。2025年6月、9月各举办1场产融对接会。（责任单位：市工信局）');
    expect(draft?.content.recurrences).toHaveLength(1);
    expect(draft?.content.deliverables).toEqual([]);
  });

  test('a figure of another paragraph is not its own, and rejected items are left out', () => {
    const all = items(
      '1.改造车间。加快推进。（责任单位：市工信局）',
      '2.引项目。到2027年，引进项目24个。（责任单位：市商务局）',
    );
    expect(plannedOfEdition(all).map(({ figures }) => figures.length)).toEqual([0, 1]);
    const rejected = all.map((item) => ({ ...item, review: 'rejected' })) as PlanItem[];
    expect(plannedOfEdition(rejected)).toEqual([]);
  });

  test('without a deadline the end of its figures is proposed, and without any nothing is made up', () => {
    const made = drafts(
      '1.引项目。到2027年，引进项目24个。（责任单位：市商务局）',
      '2.优化服务。提升水平。（责任单位：市工信局）',
    );
    expect(made.map(({ content, doubts }) => [content.duties[0]?.dueOn, doubts.map(({ code }) => code)])).toEqual([
      ['2027-12-31', ['deadline-from-figure']],
      [null, ['no-deadline']],
    ]);
  });
});

test.each([
  [45, { target: 45, decimals: 0 }],
  [1.6, { target: 16, decimals: 1 }],
  [0.005, { target: 5, decimals: 3 }],
  [-3, null],
  [1e21, null],
  [1e-9, null],
  [Number.NaN, null],
])('%d as a whole number', (value, wanted) => {
  expect(wholeOf(value)).toEqual(wanted);
});
