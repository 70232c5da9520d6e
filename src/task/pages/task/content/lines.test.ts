import { expect, test } from 'vitest';
import {
  contentOf,
  type FigureLine,
  faultsOfLines,
  linesOf,
  newDuty,
  newFigure,
  newMilestone,
  nextId,
} from './lines.ts';

const lead = { ...newDuty([]), unitId: 'gxj', unitName: '市工信局' };
const figure: FigureLine = { ...newFigure([], '2026-01-01', '2026-12-31'), name: '改造项目', target: '１５０' };

test('the first unit leads, the next one helps, and ids are not given twice', () => {
  expect([lead.role, newDuty([lead]).role]).toEqual(['lead', 'cooperating']);
  expect(nextId('D', [{ id: 'D2' }])).toBe('D3');
  expect(nextId('D', [{ id: 'D1' }, { id: 'x' }])).toBe('D3');
});

test('texts become what is sent: blanks are nothing, figures whole numbers', () => {
  const money: FigureLine = { ...figure, id: 'F2', unit: '亿元', decimals: 2, target: '1,234.5' };
  const { duties, deliverables } = contentOf({ duties: [lead], milestones: [], figures: [figure, money] });
  expect(duties[0]).toMatchObject({ part: null, dueOn: null, unitId: 'gxj', role: 'lead' });
  expect(deliverables.map(({ target }) => target)).toEqual([150, 123_450]);
});

test('a unit that is taken away leaves its points and figures to the leads', () => {
  const point = { ...newMilestone([]), name: '开工', dueOn: '2026-03-31', dutyId: 'D9' };
  const sent = contentOf({ duties: [lead], milestones: [point], figures: [{ ...figure, dutyId: 'D1' }] });
  expect(sent.milestones[0]?.dutyId).toBeNull();
  expect(sent.deliverables[0]?.dutyId).toBe('D1');
});

test('what is there comes back as it was', () => {
  const task = {
    duties: [
      { id: 'D1', unit: { id: null, name: '各区县' }, role: 'lead', part: '牵头', own: true, dueOn: '2026-06-30' },
      {
        id: 'D2',
        unit: { id: 'czj', name: '市财政局' },
        role: 'cooperating',
        part: null,
        own: false,
        dueOn: '2026-06-30',
      },
    ],
    milestones: [],
    deliverables: [
      {
        ...contentOf({ duties: [lead], milestones: [], figures: [{ ...figure, decimals: 1, target: '7.5' }] })
          .deliverables[0],
        id: 'F1',
      },
    ],
  } as unknown as Parameters<typeof linesOf>[0];
  const lines = linesOf(task);
  expect(lines.duties.map(({ dueOn, unitName }) => [unitName, dueOn])).toEqual([
    ['各区县', '2026-06-30'],
    ['市财政局', ''],
  ]);
  expect(lines.figures[0]?.target).toBe('7.5');
});

test('what lacks is said at its part, with the number of its line', () => {
  const faults = faultsOfLines({
    duties: [{ ...lead, role: 'cooperating' }, newDuty([])],
    milestones: [newMilestone([])],
    figures: [{ ...figure, target: '很多', from: '2026-12-31', by: '2026-01-01' }],
  });
  expect(faults.duties).toEqual(['第 2 个责任单位没有选。']);
  expect(faults.milestones).toEqual(['第 1 个节点没有名称。', '第 1 个节点没有日期。']);
  expect(faults.figures).toHaveLength(2);
  expect(faultsOfLines({ duties: [], milestones: [], figures: [] }).duties).toEqual(['请加上责任单位。']);
  expect(faultsOfLines({ duties: [{ ...lead, role: 'cooperating' }], milestones: [], figures: [] }).duties).toEqual([
    '要有一个牵头单位。',
  ]);
  expect(faultsOfLines({ duties: [lead], milestones: [], figures: [figure] }).figures).toEqual([]);
});

test('what is counted keeps its least sum to the fen, and a proposal stays one', () => {
  const events: NonNullable<FigureLine['events']> = {
    ...{ source: 'projects', measure: 'number', step: 'started', atLeastFen: 5_000_000_000 },
    ...{ regionId: null, chainId: null, confirmed: false },
  };
  const [sent] = contentOf({
    duties: [lead],
    milestones: [],
    figures: [{ ...figure, events, least: '５,000' }],
  }).deliverables;
  expect(sent).toMatchObject({ counts: 'reported', events });
  const back = linesOf({ duties: [], milestones: [], deliverables: [sent] } as never).figures[0];
  expect(back?.least).toBe('5000');
  const odd = contentOf({ duties: [lead], milestones: [], figures: [{ ...figure, events, least: '0.000001' }] });
  expect(odd.deliverables[0]?.events?.atLeastFen).toBe(1);
  const none = contentOf({ duties: [lead], milestones: [], figures: [{ ...figure, events, least: '' }] });
  expect(none.deliverables[0]?.events?.atLeastFen).toBeNull();
  const counted = { ...figure, counts: 'events' } as const;
  const faults = (line: FigureLine) => faultsOfLines({ duties: [lead], milestones: [], figures: [line] }).figures;
  expect(faults({ ...counted, events: null })).toEqual(['第 1 项成果没有写明数什么项目。']);
  expect(faults({ ...counted, events, least: '很多' })).toHaveLength(1);
  expect(faults({ ...counted, events, least: '-1' })).toEqual(['第 1 项成果的总投资不能小于 0。']);
  expect(faults({ ...counted, events, least: '5000' })).toEqual([]);
});
