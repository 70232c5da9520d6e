import { expect, test } from 'vitest';
import { enterpriseExample, figuresExample } from '../parts/example.ts';
import type { FigureWords } from '../parts/figures.ts';
import { compareRows } from './rows.ts';

const revenue: FigureWords = {
  ...{ id: 'revenue', name: '营业收入', unit: '万元', decimals: 4, least: null, most: null },
  period: 'both',
};

test('what is alike is not marked, what differs is, and the greatest figure is known', () => {
  const one = enterpriseExample({
    figures: [figuresExample('2024', { revenue: 100_000_000 }), figuresExample('2025', { revenue: 120_000_000 })],
  });
  const two = enterpriseExample({
    ...{ id: '1123456789', code: '91990102TE5T200414', region: { id: '990102', name: '望江区' } },
    figures: [figuresExample('2025', { revenue: 90_000_000 })],
  });
  const rows = new Map(compareRows([one, two], [revenue]).map((row) => [row.key, row]));
  expect(rows.get('region')).toMatchObject({ cells: ['芦洲区', '望江区'], differs: true });
  expect(rows.get('scale')).toMatchObject({ cells: ['小型', '小型'], differs: false });
  expect(rows.get('revenue')).toMatchObject({ cells: ['12,000 万元', '9,000 万元'], differs: true, most: 0 });
  expect(rows.get('revenue-growth')).toMatchObject({ cells: ['+20.0%', '—'] });
});

test('figures that nobody told are no line; equal figures have no greatest', () => {
  const [one, two] = [enterpriseExample(), enterpriseExample({ id: '1123456789' })];
  const employees: FigureWords = { ...revenue, id: 'employees', name: '职工人数', unit: '人', decimals: 0 };
  const land: FigureWords = { ...revenue, id: 'land_mu', name: '用地面积', unit: '亩', decimals: 2 };
  const rows = new Map(compareRows([one, two], [employees, land]).map((row) => [row.key, row]));
  expect(rows.get('employees')).toMatchObject({ most: null, differs: false });
  expect(rows.has('land_mu')).toBe(false);
});
