import { expect, test } from 'vitest';
import { enterpriseExample } from '../parts/example.ts';
import { type CompareParts, partRows } from './part-rows.ts';

const unread: CompareParts = { grants: undefined, promises: undefined, appeals: undefined };

test('what each got, promised and asked for stands in its line; what has not come is a dash', () => {
  const all = [enterpriseExample(), enterpriseExample({ id: '1123456789' }), enterpriseExample({ id: '2123456789' })];
  const first: CompareParts = {
    grants: { grantedFen: 50_000_000, paidFen: 0 },
    promises: {
      promises: [
        { side: 'government', state: 'late' },
        { side: 'government', state: 'kept' },
        { side: 'enterprise', state: 'broken' },
      ],
    },
    appeals: { total: 3, rows: [{ state: 'sent' }, { state: 'closed' }] },
  };
  const empty: CompareParts = {
    ...{ grants: { grantedFen: 0, paidFen: 0 }, promises: { promises: [] }, appeals: { total: 0, rows: [] } },
  };
  const rows = new Map(partRows(all, [first, empty, unread]).map((row) => [row.key, row]));
  expect(rows.get('granted')?.cells).toEqual(['50 万元', '0 元', '—']);
  expect(rows.get('government')?.cells).toEqual(['已兑现 1 项，逾期 1 项', '没有', '—']);
  expect(rows.get('enterprise')?.cells).toEqual(['未兑现 1 项', '没有', '—']);
  expect(rows.get('appeals')).toMatchObject({ cells: ['3 件，未办结 1 件', '没有', '—'], differs: true });
});
