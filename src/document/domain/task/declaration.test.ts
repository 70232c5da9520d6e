import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { findDeclarations, inheritedIn } from './declaration.ts';

const found = (text: string) =>
  findDeclarations(fold(text), text, 0).map((d) => ({ leads: d.leads, units: d.units, due: d.dueText }));

describe('units in brackets', () => {
  test.each([
    ['建园区。（市工信局）', [], ['市工信局']],
    ['建园区。（市工信局、市财政局）', [], ['市工信局', '市财政局']],
    ['建园区。（责任单位：市工信局、市财政局）', [], ['市工信局', '市财政局']],
    ['建园区。(责任单位:市工信局,市财政局)', [], ['市工信局', '市财政局']],
    ['建园区。【责任单位：市工信局】', [], ['市工信局']],
    ['建园区。（市工信局牵头，市财政局配合）', ['市工信局'], ['市工信局', '市财政局']],
    ['建园区。（牵头单位：市工信局；配合单位：市财政局）', ['市工信局'], ['市工信局', '市财政局']],
    [
      '建园区。（市工信局、市商务局牵头，市财政局配合）',
      ['市工信局', '市商务局'],
      ['市工信局', '市商务局', '市财政局'],
    ],
    ['建园区。（市工信局（牵头）、市财政局）', ['市工信局'], ['市工信局', '市财政局']],
    ['建园区。（市工信局、市财政局按职责分工负责）', [], ['市工信局', '市财政局']],
  ])('%s', (text, leads, units) => {
    expect(found(text)).toEqual([{ leads, units, due: null }]);
  });

  test('with the time it is due', () => {
    expect(found('（责任单位：市工信局；完成时限：2025年12月底前）')[0]).toEqual({
      leads: [],
      units: ['市工信局'],
      due: '2025年12月底前',
    });
  });
});

describe('units without brackets', () => {
  test.each(['责任单位：市工信局、市财政局', '建园区。责任单位：市工信局、市财政局', '责任部门：市工信局、市财政局。'])(
    '%s',
    (text) => {
      expect(found(text)[0]?.units).toEqual(['市工信局', '市财政局']);
    },
  );

  test('牵头单位 on a line of its own is only part of a declaration', () => {
    const [d] = findDeclarations('牵头单位：市工信局', '牵头单位：市工信局', 0);
    expect([d?.leads, d?.partial]).toEqual([['市工信局'], true]);
  });
});

describe('no declaration', () => {
  test.each([
    '建设面料产业园（一期）。',
    '引进企业（含个体工商户）20家。',
    '营业收入达到240亿元（2027年）。',
    '建立市工信局、市财政局联席会议制度。',
    '支持链主企业（以下简称企业）发展。',
    '列第一的为牵头单位。',
    '压实企业主体责任。',
    '各责任单位要抓好落实。',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a place covers the bracket', () => {
  const text = '建园区。（市工信局）';
  const [d] = findDeclarations(text, text, 100);
  expect([d!.start, d!.end]).toEqual([100 + text.indexOf('（'), 100 + text.length]);
});

describe('inheritedIn', () => {
  test.each([
    ['以下均需各县区政府落实，不再列出', ['各县区政府']],
    ['以下任务均需各县（市、区）政府、市直有关单位落实，不再一一列出', ['各县（市、区）政府', '市直有关单位']],
    ['各县区政府（以下均含，不再列出）', ['各县区政府']],
  ])('%s', (text, units) => {
    expect(inheritedIn(text)).toEqual(units);
  });

  test.each(['各单位抓好落实', '以下任务由市工信局负责', '不再列出名单'])('none: %s', (text) => {
    expect(inheritedIn(text)).toEqual([]);
  });
});
