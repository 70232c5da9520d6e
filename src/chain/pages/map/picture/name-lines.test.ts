import { expect, test } from 'vitest';
import { nameLines } from './name-lines.ts';

test('a name breaks before its brackets, else in its middle, and never before a mark', () => {
  expect(nameLines('纺纱', 124, 20)).toEqual(['纺纱']);
  expect(nameLines('机织面料（织造）', 124, 20)).toEqual(['机织面料', '（织造）']);
  expect(nameLines('染料和纺织助剂', 124, 20)).toEqual(['染料和纺', '织助剂']);
  expect(nameLines('绣花毛巾、绗缝加工', 124, 20)[1]?.startsWith('、')).toBe(false);
  expect(nameLines('一二三四五六七八九十一二三四', 124, 20)).toEqual(['一二三四五六', '七八九十一…']);
});
