import { expect, test } from 'vitest';
import { leastWidth } from './use-room.ts';

test('columns need their least widths, and room for the boxes', () => {
  const columns = [{ width: '64px' }, { width: 'minmax(130px, 2.4fr)' }, { width: '1fr' }];
  expect(leastWidth(columns, false)).toBe(195);
  expect(leastWidth(columns, true)).toBe(229);
});
