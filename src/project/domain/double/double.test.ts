import { describe, expect, test } from 'vitest';
import { inventedProject, neighbour, rollOf, writtenAgain } from '../testing/doubles.ts';
import { type Likened, likelyScore, likenessKeys, likenessOf, prepared } from './index.ts';
import { enterpriseCore, nameCore, phaseOf } from './normal.ts';

const score = (a: Likened, b: Likened): number => likenessOf(prepared(a), prepared(b)).score;
const base: Likened = {
  ...{ name: '年产3万吨功能性纱线项目', code: null, enterprise: '芦洲瑞缎纺织有限公司', creditCode: null },
  ...{ site: '柳浦镇工业园一号路', scope: '新建厂房两栋，购置环锭纺设备120台', totalFen: 12_000_000_000 },
};

test.each([
  ['芦洲瑞缎纺织有限公司', '芦洲瑞缎纺织'],
  ['临江市芦洲区瑞缎纺织股份有限公司', '瑞缎纺织'],
  ['瑞缎纺织（集团）有限责任公司', '瑞缎纺织'],
  ['ＡＢＣ　纺织', 'abc纺织'],
  ['公司', '公司'],
])('the core of %s is %s', (name, core) => {
  expect(enterpriseCore(name)).toBe(core);
});

test.each([
  ['瑞缎纺织年产3万吨纱线项目', '瑞缎纺织有限公司', '3万吨纱线'],
  ['项目', '瑞缎纺织有限公司', '项目'],
  ['芦洲区智能工厂建设工程', '甲乙丙有限公司', '智能工厂'],
])('the core of the name %s of %s is %s', (name, enterprise, core) => {
  expect(nameCore(name, enterprise)).toBe(core);
});

test.each([
  ['纱线项目二期', 2],
  ['纱线项目（第３期）', 3],
  ['纱线项目', null],
  ['近期纱线项目', null],
])('%s is of phase %s', (name, phase) => {
  expect(phaseOf(name)).toBe(phase);
});

describe('two projects', () => {
  test('one number of the national platform is one project', () => {
    const other = { ...base, name: '别的名字', enterprise: '别的企业', code: '2501-990100-04-01-100001' };
    expect(score({ ...base, code: other.code }, other)).toBe(100);
  });
  test('the same is the same, whichever comes first', () => {
    expect(score(base, base)).toBe(100);
    const other = { ...base, enterprise: '瑞缎纺织', site: '' };
    expect(score(base, other)).toBe(score(other, base));
  });
  test.each([
    ['another phase', { name: '年产3万吨功能性纱线二期项目', totalFen: 4_000_000_000, scope: '新建仓库' }],
    ['another enterprise', { enterprise: '望江嘉兴面料有限公司', site: '望江区桥东路9号' }],
    ['another product', { name: '智能制衣工厂项目', scope: '购置缝制设备', totalFen: 900_000_000 }],
  ])('%s is another project', (_what, changes) => {
    expect(score(base, { ...base, ...changes })).toBeLessThan(likelyScore);
  });
  test('why is told, part by part', () => {
    const { reasons } = likenessOf(prepared(base), prepared({ ...base, site: '别处', totalFen: 12_100_000_000 }));
    expect(reasons.map(({ part }) => part)).toEqual(['enterprise', 'name', 'scope', 'total']);
  });
});

/** How well doubles are found among projects that were made up, by seeds that nothing was tuned to. */
function trial(seed: number) {
  const roll = rollOf(seed);
  const projects = Array.from({ length: 400 }, () => inventedProject(roll));
  const ready = (list: readonly Likened[]) =>
    list.map((source) => ({ all: prepared(source), keys: new Set(likenessKeys(source)) }));
  type Ready = ReturnType<typeof ready>[number];
  const found = (a: Ready | undefined, b: Ready | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    [...a.keys].some((key) => b.keys.has(key)) &&
    likenessOf(a.all, b.all).score >= likelyScore;
  const own = ready(projects);
  const again = ready(projects.map((project) => writtenAgain(project, roll)));
  const near = ready(projects.map((project) => neighbour(project, roll)));
  const hit = own.filter((each, at) => found(each, again[at])).length;
  const wrongNear = own.filter((each, at) => found(each, near[at])).length;
  const strangers = own.flatMap((each, at) => own.slice(at + 1).filter((other) => found(each, other))).length;
  const precision = hit / (hit + wrongNear + strangers);
  return { recall: hit / projects.length, precision };
}

test.each([101, 202, 303])('seed %i: nearly all that was written twice is found, and little else', (seed) => {
  const { recall, precision } = trial(seed);
  expect(recall).toBeGreaterThan(0.95);
  expect(precision).toBeGreaterThan(0.85);
});

test('keys are the same for the same project and name its number', () => {
  expect(likenessKeys(base)).toEqual(likenessKeys({ ...base }));
  expect(likenessKeys({ ...base, code: 'A-000001' })).toContain('p:A-000001');
});
