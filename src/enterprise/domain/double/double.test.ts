import { describe, expect, test } from 'vitest';
import { inventedCode, trialOf } from '../testing/doubles.ts';
import { developing, heldOut, type Vocabulary } from '../testing/vocabulary.ts';
import { findDoubles, type Likened, likelyScore, likenessKeys, likenessOf, Places, prepared } from './index.ts';

const base: Likened = {
  ...{ code: inventedCode('360100', 7), name: '南昌瑞缎纺织有限公司', otherNames: [] },
  ...{ address: '江西省南昌市青山湖区昌南大道118号3栋', legalRepresentative: '王小明', phone: '13800001234' },
};
const places = new Places();
places.learn('江西省南昌市青山湖区昌南大道118号');
const score = (a: Likened, b: Likened): number => likenessOf(prepared(a, places), prepared(b, places), places).score;
const shareKey = (a: Likened, b: Likened): boolean => {
  const keys = new Set(likenessKeys(prepared(a, places)));
  return likenessKeys(prepared(b, places)).some((key) => keys.has(key));
};
const without = { code: '', phone: '' };

describe('the same enterprise, written again', () => {
  test.each<[string, Partial<Likened>]>([
    ['in wide signs with blanks', { ...without, name: '南昌　瑞缎纺织 有限公司' }],
    ['in traditional characters', { ...without, name: '南昌瑞緞紡織有限公司' }],
    ['without its form', { ...without, name: '南昌瑞缎纺织' }],
    ['with its place behind', { ...without, name: '瑞缎纺织（南昌）有限公司' }],
    ['with its place in the middle', { ...without, name: '瑞缎（南昌）纺织有限公司' }],
    ['with its province', { ...without, name: '江西省南昌市瑞缎纺织有限公司' }],
    ['with a sign that sounds alike', { ...without, name: '南昌锐缎纺织有限公司' }],
    ['with a sign that looks alike', { ...without, name: '南昌瑞锻纺织有限公司' }],
    ['with two signs changed round', { ...without, name: '南昌缎瑞纺织有限公司' }],
    ['with a mistake in the form', { ...without, name: '南昌瑞缎纺织有限公同' }],
    ['with the code mistyped', { code: base.code.replace('TE5T', 'TE6T') }],
    ['with another person', { ...without, legalRepresentative: '李四' }],
    ['with the number of the door in words', { ...without, address: '南昌青山湖区昌南大道一百一十八号' }],
    ['by an old name that it tells', { ...without, name: '昌南织布厂（原南昌瑞缎纺织有限公司）' }],
    ['under another name with its code', { name: '江西鼎新服饰有限公司', address: '', legalRepresentative: '' }],
  ])('%s', (_what, changes) => {
    const other = { ...base, ...changes };
    expect(score(base, other)).toBeGreaterThanOrEqual(likelyScore);
    expect(score(other, base)).toBe(score(base, other));
    expect(shareKey(base, other)).toBe(true);
  });
});

describe('others that look like it', () => {
  test.each<[string, Partial<Likened>]>([
    ['with a code of its own', { code: inventedCode('360100', 8), name: '南昌瑞缎纺织集团有限公司' }],
    ['a branch', { code: '', name: '南昌瑞缎纺织有限公司第二分公司' }],
    ['a numbered works', { code: '', name: '南昌瑞缎纺织有限公司二分厂' }],
    ['in another city', { code: '', name: '宜春瑞缎纺织有限公司', address: '江西省宜春市袁州区文昌路2号' }],
    ['of another trade at the same door', { code: '', name: '南昌瑞缎服饰有限公司' }],
    ['another company of the same person', { code: '', name: '南昌鼎新纺织有限公司' }],
    ['a neighbour', { code: '', name: '南昌华远机械有限公司', legalRepresentative: '李四', phone: '' }],
    [
      'a like name elsewhere',
      {
        code: '',
        name: '南昌瑞锻纺织有限公司',
        address: '南昌市东湖区文昌路2号',
        legalRepresentative: '李四',
        phone: '',
      },
    ],
  ])('%s', (_what, changes) => {
    expect(score(base, { ...base, ...changes })).toBeLessThan(likelyScore);
  });
  test('first and second works, 甲 and 乙', () => {
    const named = (name: string): Likened => ({ ...base, code: '', name });
    expect(score(named('瑞缎纺织一厂'), named('瑞缎纺织二厂'))).toBeLessThan(likelyScore);
    expect(score(named('瑞缎纺织（甲）厂'), named('瑞缎纺织（乙）厂'))).toBeLessThan(likelyScore);
    expect(score(named('瑞缎纺织第一分公司'), named('瑞缎纺织第1分公司'))).toBeGreaterThanOrEqual(likelyScore);
  });
  test('a placeholder is no code', () => {
    const other: Likened = { ...base, name: '宜春华远机械厂', address: '', legalRepresentative: '', phone: '' };
    expect(score({ ...base, code: '000000000000000000' }, { ...other, code: '000000000000000000' })).toBe(0);
  });
});

/** Precision and recall over a list that was made up. */
function trial(seed: number, words: Vocabulary): { precision: number; recall: number } {
  const { list, owner } = trialOf(seed, 600, words);
  const known = new Places();
  for (const { address } of list) known.learn(address);
  const ready = list.map((each) => prepared(each, known));
  const found = findDoubles(ready, known);
  const right = found.filter(({ first, second }) => owner[first] === owner[second]).length;
  const groups = Map.groupBy(owner, (each) => each);
  const wanted = [...groups.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  return { precision: right / found.length, recall: right / wanted };
}

test.each([
  [5, 'words that it was made with', developing],
  [6, 'words that it was made with', developing],
  [101, 'words that it has not seen', heldOut],
  [102, 'words that it has not seen', heldOut],
])('seed %i, %s: nearly all are found, and hardly anything else', (seed, _what, words) => {
  const { precision, recall } = trial(seed, words);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});
