import { describe, expect, test } from 'vitest';
import { inPlan } from '../../../../tests/examples/document.ts';

const tasks = (...body: string[]): [string, readonly string[]][] => inPlan(...body).tasks.map((t) => [t.no, t.units]);

describe('a declaration belongs to', () => {
  test('the numbered item it stands in', () => {
    expect(tasks('1.建园区。（市自然资源局）', '2.引项目。（市商务局）')).toEqual([
      ['二/（一）/1', ['市自然资源局']],
      ['二/（一）/2', ['市商务局']],
    ]);
  });

  test('the item above when it is a line of its own', () => {
    expect(tasks('1.建园区。', '完善配套设施。', '责任单位：市自然资源局', '2.引项目。', '责任单位：市商务局')).toEqual(
      [
        ['二/（一）/1', ['市自然资源局']],
        ['二/（一）/2', ['市商务局']],
      ],
    );
  });

  test('the heading, when units stand in the heading', () => {
    expect(
      tasks('1.建园区（责任单位：市自然资源局）', '完善配套设施。', '2.引项目（责任单位：市商务局）', '强化招商。'),
    ).toEqual([
      ['二/（一）/1', ['市自然资源局']],
      ['二/（一）/2', ['市商务局']],
    ]);
  });

  test('the unnumbered paragraph, numbered under its heading', () => {
    expect(tasks('建立链长制。（市工信局）', '推行专班制。（市发改委）')).toEqual([
      ['二/（一）/#1', ['市工信局']],
      ['二/（一）/#2', ['市发改委']],
    ]);
  });

  test('the whole item, when it stands behind the last of its sub-items', () => {
    expect(tasks('1.建园区。', '（1）供地。', '（2）配套。（市自然资源局）')).toEqual([
      ['二/（一）/1', ['市自然资源局']],
    ]);
  });

  test('each sub-item, when each has its own', () => {
    expect(tasks('1.建园区。', '（1）供地。（市自然资源局）', '（2）配套。（市住建局）')).toEqual([
      ['二/（一）/1/（1）', ['市自然资源局']],
      ['二/（一）/1/（2）', ['市住建局']],
    ]);
  });
});

test('items without units are no tasks', () => {
  expect(tasks('1.建园区。', '2.引项目。（市商务局）')).toEqual([['二/（一）/2', ['市商务局']]]);
});
