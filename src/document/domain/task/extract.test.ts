import { describe, expect, test } from 'vitest';
import { inPlan, only, readDocument } from '../../../../tests/examples/document.ts';

const task = (text: string) => only(inPlan(text).tasks);

describe('who leads', () => {
  test('the unit marked 牵头', () => {
    const t = task('1.建园区。（市工信局牵头，市发改委、市财政局配合）');
    expect([t.lead, t.coLeads]).toEqual(['市工信局', []]);
  });

  test('the unit marked 牵头 even when it does not stand first', () => {
    const t = task('1.建园区。（市发改委、市工信局（牵头）、市财政局）');
    expect([t.lead, t.units]).toEqual(['市工信局', ['市发改委', '市工信局', '市财政局']]);
  });

  test('of several joint leads the first, all of them in coLeads', () => {
    const t = task('1.建园区。（牵头单位：市住建局、市发改委；配合单位：市财政局）');
    expect([t.lead, t.coLeads, t.units]).toEqual([
      '市住建局',
      ['市住建局', '市发改委'],
      ['市住建局', '市发改委', '市财政局'],
    ]);
  });

  test('without a mark the first listed', () => {
    expect(task('1.建园区。（责任单位：市财政局、市工信局）').lead).toBe('市财政局');
  });

  test('a general sentence about leads is no unit', () => {
    const t = task('1.建园区。（责任单位：市工信局、市财政局，列第一的为牵头单位）');
    expect([t.lead, t.units]).toEqual(['市工信局', ['市工信局', '市财政局']]);
  });
});

describe('several brackets in one item', () => {
  const t = task('1.分类施策。建园区；（市自然资源局牵头，市工信局配合）引项目。（市商务局牵头，市工信局配合）');

  test('are groups with their own leads', () => {
    expect(t.groups).toEqual([
      { lead: '市自然资源局', units: ['市自然资源局', '市工信局'] },
      { lead: '市商务局', units: ['市商务局', '市工信局'] },
    ]);
  });

  test('the task has the union, each once, and the lead of the first', () => {
    expect([t.lead, t.units]).toEqual(['市自然资源局', ['市自然资源局', '市工信局', '市商务局']]);
  });

  test('one bracket makes no groups', () => {
    expect(task('1.建园区。（市工信局）').groups).toEqual([]);
  });

  test('牵头 on one line and 配合 on the next are one group', () => {
    const lines = only(inPlan('1.建园区。', '牵头单位：市工信局', '配合单位：市财政局').tasks);
    expect([lines.groups, lines.lead, lines.units]).toEqual([[], '市工信局', ['市工信局', '市财政局']]);
  });
});

describe('title', () => {
  test.each([
    ['1.建设专业园区。完善配套。（市工信局）', '建设专业园区'],
    ['1.建设专业园区（市工信局）', '建设专业园区'],
    ['1.推进“智改数转”。加快改造。（市工信局）', '推进“智改数转”'],
  ])('%s', (text, title) => {
    expect(task(text).title).toBe(title);
  });

  test('an unnumbered paragraph that is all body has none', () => {
    const [first] = inPlan(
      '推动各县区完善面料产业链招商图谱，组织专班赴外开展招商。（市工信局）',
      '推行专班制。（市发改委）',
    ).tasks;
    expect(first!.title).toBeNull();
  });
});

describe('what recurs', () => {
  test.each([
    ['每月调度一次。', ['monthly']],
    ['每季度通报。', ['quarterly']],
    ['每年评估。', ['yearly']],
    ['每月调度、每季度督查。', ['monthly', 'quarterly']],
    ['年内建成。', []],
  ])('%s', (text, recurring) => {
    expect(task(`1.强化调度。${text}（市工信局）`).recurring).toEqual(recurring);
  });
});

describe('units that a general sentence adds', () => {
  const d = readDocument(
    [
      '临江市现代纺织产业三年行动方案',
      '二、重点任务',
      '1.建园区。（责任单位：市自然资源局）',
      '以下任务均需各县（市、区）政府落实，不再列出。',
      '2.引项目。（责任单位：市商务局）',
      '3.强服务。（责任单位：市工信局、各县（市、区）政府）',
    ].join('\n'),
  );

  test('reach what follows, not what stood before', () => {
    expect(d.tasks.map((t) => t.inheritedUnits)).toEqual([[], ['各县（市、区）政府'], []]);
  });

  test('are not repeated among the units of the task', () => {
    expect(d.tasks[1]!.units).toEqual(['市商务局']);
  });
});

test('the place of a task covers the item from its number to its units', () => {
  const text =
    '临江市现代纺织产业三年行动方案\n二、重点任务\n1.建园区。\n完善配套。\n责任单位：市工信局\n2.引项目。（市商务局）';
  const [first] = readDocument(text).tasks;
  expect(text.slice(first!.start, first!.end)).toBe('1.建园区。\n完善配套。\n责任单位：市工信局');
  expect(first!.path).toEqual(['二、重点任务', '1.建园区']);
});
