import { describe, expect, test } from 'vitest';
import { type Asked, mayMove, move, type Standing } from './moves.ts';
import { checkSign, numberWords } from './number.ts';
import { bulletinStates } from './state.ts';

const standing = (changes: Partial<Standing> = {}): Standing => ({
  ...{ state: 'draft', revision: 3, authors: ['甲'], faults: 0 },
  ...changes,
});
const asked = (step: Asked['step'], changes: Partial<Asked> = {}): Asked => ({
  ...{ step, revision: 3, by: '乙', reason: '写明了。' },
  ...changes,
});
const steps = ['edit', 'submit', 'take-back', 'return', 'sign', 'withdraw', 'send', 'archive'] as const;
const allowed: Readonly<Record<(typeof steps)[number], string>> = {
  edit: 'draft→draft',
  submit: 'draft→review',
  'take-back': 'review→draft',
  return: 'review→draft',
  sign: 'review→signed',
  withdraw: 'draft→withdrawn review→withdrawn signed→withdrawn',
  send: 'signed→sent',
  archive: 'sent→archived',
};

describe.each(steps)('%s', (step) => {
  test('goes from these states to those, and from no other', () => {
    const went = bulletinStates.flatMap((state) => {
      const result = move(standing({ state }), asked(step));
      return result.ok ? [`${state}→${result.value}`] : [];
    });
    expect(went.join(' ')).toBe(allowed[step]);
  });

  test('on another revision than was seen is refused', () => {
    for (const state of bulletinStates) {
      const result = move(standing({ state }), asked(step, { revision: 2 }));
      expect(result).toMatchObject({ ok: false, refusals: [{ code: 'bulletin-changed' }] });
    }
  });
});

test('nobody signs what he wrote in, with any reason', () => {
  const result = move(standing({ state: 'review', authors: ['甲', '乙'] }), asked('sign'));
  expect(result).toMatchObject({ ok: false, refusals: [{ code: 'bulletin-second-person' }] });
  expect(mayMove(standing({ state: 'review' }), 'sign', '甲')).toBe(false);
  expect(mayMove(standing({ state: 'review' }), 'sign', '乙')).toBe(true);
});

test('numbers that differ are signed only with a reason', () => {
  const review = standing({ state: 'review', faults: 2 });
  expect(move(review, asked('sign', { reason: ' ' }))).toMatchObject({
    ok: false,
    refusals: [{ code: 'bulletin-figures-differ', given: 2 }],
  });
  expect(move(review, asked('sign')).ok).toBe(true);
});

test.each(['return', 'withdraw'] as const)('%s says why', (step) => {
  expect(move(standing({ state: 'review' }), asked(step, { reason: '' }))).toMatchObject({
    ok: false,
    refusals: [{ code: 'bulletin-reason' }],
  });
});

test.each([
  ['临链办通', true],
  ['临', true],
  ['一二三四五六七八九十一二', true],
  ['一二三四五六七八九十一二三', false],
  ['', false],
  ['LJ通', false],
  ['临链 办', false],
  ['临〔2026〕', false],
])('the sign %j is one: %s', (sign, is) => {
  expect(checkSign(sign).ok).toBe(is);
});

test('a number is written as the standard has it', () => {
  expect(numberWords({ sign: '临链办通', year: 2026, no: 8 })).toBe('临链办通〔2026〕8号');
});
