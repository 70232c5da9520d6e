import { beforeAll, describe, expect, test } from 'vitest';
import { packLibrary } from '../../../apps/packs.ts';
import { wordCutter } from '../../../platform/words/index.ts';
import { mapsOfPacks, type Placeable, type Placer, placerOf } from '../../../src/chain/index.ts';
import { industriesOf } from '../../../src/enterprise/index.ts';
import { invented } from './invented.ts';

/** Enterprises as they call themselves, on the map of textile and apparel. */
let placer: Placer;
beforeAll(async () => {
  const library = packLibrary();
  const map = mapsOfPacks(library).find(({ id }) => id === 'textile');
  if (map === undefined) throw new Error('no map of textile');
  placer = placerOf(map, industriesOf(library), await wordCutter());
});

const at = (enterprise: Partial<Placeable>) =>
  placer.place({ ...{ name: '临江某某有限公司', industry: null, products: [], scope: '' }, ...enterprise });

describe('how often the first place is right', () => {
  const rightOf = (which: 0 | 1): number => {
    const list = invented(which, 20, 7 + which);
    expect(list.length).toBeGreaterThan(300);
    return list.filter(({ enterprise, node }) => placer.place(enterprise).nodeId === node).length / list.length;
  };
  test('with the phrases that the rule was worked on', () => expect(rightOf(0)).toBeGreaterThanOrEqual(0.97));
  test('with phrases that were kept apart', () => expect(rightOf(1)).toBeGreaterThanOrEqual(0.95));
});

describe('what a thing is', () => {
  test.each([
    ['针织大圆机', 'machinery'],
    ['服装水洗', 'dyeing'],
    ['数码印花面料', 'dyeing'],
    ['印花毛巾', 'home-textiles'],
    ['羽绒服面料', 'weaving'],
    ['羽绒服', 'woven-garment'],
    ['针织校服', 'knit-garment'],
    ['校服', 'woven-garment'],
    ['服装辅料', 'accessories'],
    ['纺织品检测', 'testing'],
    ['服装设计', 'design'],
    ['氨纶包覆纱', 'yarn'],
    ['医用无纺布', 'industrial-textiles'],
    ['面料销售', 'retail'],
  ])('%s', (product, node) => expect(at({ products: [product] }).nodeId).toBe(node));

  test.each(['面包', '光纤', '棉花糖', '竹编篮子', '天麻', '水泥', '线路板'])('%s is none of it', (product) =>
    expect(at({ products: [product] }).nodeId).toBeNull(),
  );
});

describe('what counts for how much', () => {
  test('products go before a code that says otherwise, and the reason tells', () => {
    const placement = at({ products: ['涤纶拉链', '拉链头'], industry: '1819', name: '临江长城拉链有限公司' });
    expect(placement).toMatchObject({ nodeId: 'accessories' });
    expect(placement.reason).toContain('行业代码1819 其他机织服装制造与产品不一致');
  });

  test('whoever only sells is no maker, whatever he sells', () => {
    expect(at({ name: '临江嘉禾贸易有限公司', products: ['坯布', '棉纱'], scope: '针纺织品销售' }).nodeId).toBe(
      'retail',
    );
    expect(
      at({ name: '临江嘉禾纺织有限公司', industry: '1712', products: ['坯布'], scope: '坯布生产、销售' }).nodeId,
    ).toBe('weaving');
  });

  test('what is left out is not done', () => {
    expect(at({ scope: '化工产品销售（不含染料、印染助剂）' }).nodeId).toBeNull();
    expect(at({ products: ['无纺布（医用除外）'] }).nodeId).toBe('industrial-textiles');
  });

  test('codes of the edition before, of groups, with a letter, or as a name', () => {
    expect(at({ industry: '1820', name: '临江云裳实业有限公司' })).toMatchObject({ nodeId: 'knit-garment' });
    expect(at({ industry: '1820' }).reason).toContain('现为 1821、1829');
    expect(at({ industry: 'C1711' }).nodeId).toBe('yarn');
    expect(at({ industry: '177' }).nodeId).toBe('home-textiles');
    expect(at({ industry: '缝制机械制造' }).nodeId).toBe('machinery');
  });

  test('a tail of the licence that everybody has does not make a cloth merchant', () => {
    const scope = '电子元件制造；电池销售；软件开发；技术服务；货物进出口；日用百货销售；服装服饰零售；针纺织品销售';
    const placement = at({ name: '临江星河电子有限公司', industry: '3981', products: ['电子元件'], scope });
    expect(placement.nodeId).toBeNull();
    expect(placement.reason).toMatch(/不属于本链/u);
  });

  test('nothing at all, or nothing but signs, is no refusal', () => {
    expect(at({ name: '' }).nodeId).toBeNull();
    expect(at({ name: '（）', products: ['', '、、', '((('], scope: '除外除外；；' }).nodeId).toBeNull();
    expect(at({ scope: '布'.repeat(20_000) }).score).toBeLessThanOrEqual(100);
  });
});
