import { expect, test } from 'vitest';
import type { EnterpriseContentJson } from '../../contract.ts';
import { changedParts, partName, partWords } from './words.ts';

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
