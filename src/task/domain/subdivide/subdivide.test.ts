import { describe, expect, test } from 'vitest';
import {
  codes,
  content,
  done,
  duty,
  having,
  office,
  signedByAll,
  stamp,
  told,
} from '../../../../tests/examples/task.ts';
import type { Deliverable } from '../model/index.ts';
import { create, report, withdraw } from '../moves/index.ts';
import { handedUp } from './hand-up.ts';
import { type Share, subdivide } from './subdivide.ts';

const figure: Deliverable = {
  ...{ id: 'F1', name: '改造项目', unit: '个', decimals: 0, target: 150, comparator: '>=', mode: 'cumulative' },
  ...{ from: '2025-01-01', by: '2027-12-31', counts: 'reported', indicatorId: null, dutyId: 'D2' },
};
const { task } = signedByAll(
  content({
    duties: [
      duty('D1', '甲局', { dueOn: '2027-12-31' }),
      duty('D2', '临江市', { role: 'cooperating', part: '改造', dueOn: '2027-10-31' }),
    ],
    deliverables: [figure, { ...figure, id: 'F2', name: '普及率', mode: 'level', target: 60 }],
  }),
);
const share = (unit: string, target: number, changes: Partial<Share> = {}): Share => ({
  ...{ taskId: `T1/${unit}`, unit: { id: unit, name: unit }, part: null, regionCode: null, dueOn: null },
  figures: [{ deliverableId: 'F1', target }],
  ...changes,
});

describe('a duty is handed down', () => {
  test('each unit below gets a task with its share; together they are the figure', () => {
    const { tasks, covered } = done(
      subdivide(task, 'D2', [share('芦洲区', 90), share('望江区', 70, { dueOn: '2027-06-30' })], null),
    );
    expect(covered).toContainEqual({ deliverableId: 'F1', target: 150, shared: 160 });
    expect(
      tasks.map(({ id, parent, duties, deliverables }) => [
        id,
        parent?.dutyId,
        duties[0]?.unit.name,
        duties[0]?.dueOn,
        deliverables[0]?.target,
      ]),
    ).toEqual([
      ['T1/芦洲区', 'D2', '芦洲区', '2027-10-31', 90],
      ['T1/望江区', 'D2', '望江区', '2027-06-30', 70],
    ]);
    for (const made of tasks) expect(codes(create(made, office('2025-02-01')))).toEqual([]);
  });

  test('less than the figure needs a word that says who makes up for it', () => {
    const short = [share('芦洲区', 90), share('望江区', 50)];
    expect(codes(subdivide(task, 'D2', short, null))).toEqual(['share-short']);
    expect(codes(subdivide(task, 'D2', short, ' '))).toEqual(['share-short']);
    expect(codes(subdivide(task, 'D2', short, '缺口由市级统筹。'))).toEqual([]);
  });

  test.each([
    ['nobody', [], ['share-none']],
    ['later than the duty', [share('芦洲区', 150, { dueOn: '2027-11-01' })], ['share-late']],
    ['no day', [share('芦洲区', 150, { dueOn: '2027-11-31' })], ['day-unknown']],
    ['a unit twice', [share('芦洲区', 75), share('芦洲区', 75)], ['share-unit', 'share-unit']],
    ['itself', [share('临江市', 150)], ['share-unit']],
    ['half a project', [share('芦洲区', 150.5)], ['task-figure']],
    ['less than nothing', [share('芦洲区', -1), share('望江区', 151)], ['task-figure']],
    [
      'a figure it does not have',
      [share('芦洲区', 150, { figures: [{ deliverableId: 'F9', target: 1 }] })],
      ['deliverable-unknown', 'share-short'],
    ],
  ])('to %s: refused', (_name, shares, wanted) => {
    expect(codes(subdivide(task, 'D2', shares, null))).toEqual(wanted);
  });

  test('a duty without figures can be handed down too, one that is not there cannot', () => {
    expect(codes(subdivide(task, 'D1', [share('芦洲区', 0, { figures: [] })], null))).toEqual([]);
    expect(codes(subdivide(task, 'D7', [share('芦洲区', 150)], null))).toEqual(['duty-unknown']);
  });
});

test('what was handed down adds up again; who has said nothing is counted apart', () => {
  const { tasks } = done(
    subdivide(
      task,
      'D2',
      ['芦洲区', '望江区', '云溪县'].map((unit) => share(unit, 50)),
      null,
    ),
  );
  const [first, second, third] = tasks.map((each) => signedByAll(each));
  if (first === undefined || second === undefined || third === undefined) throw new Error('three');
  const say = (history: typeof first, unit: string, value: number) =>
    having(history, (each) =>
      report(
        each,
        'D1',
        { ...told(), figures: [{ deliverableId: 'F1', value }] },
        stamp(`${unit}员`, unit, '2025-05-01'),
      ),
    );
  const all = [say(first, '芦洲区', 12).task, say(second, '望江区', 0).task, third.task];
  const up = (children: typeof all, day = '2025-05-01') => handedUp(children, 'F1', new Map(), day);
  expect(up(all)).toEqual({ value: 12, told: 2, of: 3 });
  expect(up(all, '2025-04-30')).toEqual({ value: null, told: 0, of: 3 });
  expect(up([])).toEqual({ value: null, told: 0, of: 0 });
  const gone = having(say(first, '芦洲区', 12), (each) => withdraw(each, '不办了。', office('2025-05-02')));
  expect(up([gone.task, ...all.slice(1)], '2025-05-02')).toEqual({ value: 0, told: 1, of: 2 });
});
