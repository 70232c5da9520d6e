import { expect, test } from 'vitest';
import type { EnterpriseContentJson } from '../../contract.ts';
import { aboutChange, changedParts, partName, partWords } from './words.ts';

const content: EnterpriseContentJson = {
  ...{ code: null, codeReason: null, name: '清溪织造有限公司', shortName: '', otherNames: [] },
  ...{ legalRepresentative: '', address: '纺织路1号', regionId: '990103', parkId: null, industry: '1711' },
  ...{ scale: 'small', foundedOn: null, capitalFen: 500_000_000, scope: '', products: ['棉纱'] },
  ...{ state: 'open', unitId: null, chainId: null },
};

test('parts are told in words', () => {
  expect(partName('legalRepresentative')).toBe('法定代表人');
  expect(partName('strange')).toBe('strange');
  expect(partWords('capitalFen', 500_000_000)).toBe('500 万元');
  expect(partWords('products', ['棉纱', '涤纱'])).toBe('棉纱、涤纱');
  expect(partWords('products', [])).toBe('没有写');
  expect(partWords('scale', 'small')).toBe('小型');
  expect(partWords('state', 'revoked')).toBe('吊销');
  expect(partWords('code', null)).toBe('没有写');
});

test('only what is other is a change', () => {
  expect(changedParts(content, { ...content, products: ['棉纱'], address: '纺织路2号', scale: null })).toEqual({
    address: '纺织路2号',
    scale: null,
  });
  expect(changedParts(content, content)).toEqual({});
});

test('a change beside the entry says which figures, which title, whom', () => {
  const words = {
    titles: [{ id: 'high-tech', name: '高新技术企业', level: null, yearsValid: 3 }],
    figures: ['revenue', 'assets'].map((id) => ({
      ...{ id, name: id === 'revenue' ? '营业收入' : '资产总额', unit: '万元', decimals: 4, least: null, most: null },
      period: 'both' as const,
    })),
  };
  const about = (kind: Parameters<typeof aboutChange>[0]['kind'], parts: string[], after: Record<string, unknown>) =>
    aboutChange({ kind, parts, before: {}, after }, words);
  expect(about('figures', ['revenue', 'assets'], { period: '2025', revenue: 1 })).toBe('2025 年的营业收入、资产总额');
  expect(about('title', ['kind'], { kind: 'high-tech' })).toBe('高新技术企业');
  expect(about('title', [], { kind: 'gone' })).toBe('gone');
  expect(about('contact', [], { name: '某乙' })).toBe('某乙');
  expect(about('registered', ['name', 'address'], {})).toBe('名称、地址');
});
