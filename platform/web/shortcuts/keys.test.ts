import { describe, expect, test } from 'vitest';
import { caps, isSingle, matches, type Pressed } from './keys.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('which key is meant', () => {
  test.each([
    ['y', pressed('y'), true],
    ['y', pressed('Y', { shiftKey: true }), false],
    ['y', pressed('y', { ctrlKey: true }), false],
    ['y', pressed('Process', { code: 'KeyY' }), true],
    ['Mod+z', pressed('z', { ctrlKey: true }), true],
    ['Mod+z', pressed('z', { metaKey: true }), true],
    ['Mod+z', pressed('Z', { ctrlKey: true, shiftKey: true }), false],
    ['Mod+Shift+z', pressed('Z', { ctrlKey: true, shiftKey: true }), true],
    ['?', pressed('?', { shiftKey: true }), true],
    ['?', pressed('？', { shiftKey: true }), true],
    ['/', pressed('/'), true],
    ['1', pressed('1'), true],
    ['Delete', pressed('Delete'), true],
    ['Mod+Enter', pressed('Enter'), false],
    ['Mod+Enter', pressed('Enter', { ctrlKey: true }), true],
  ])('%s for %o: %s', (keys, event, expected) => {
    expect(matches(keys, event)).toBe(expected);
  });
});

test('keys that type a character are told from those that do not', () => {
  expect([isSingle('y'), isSingle('Delete'), isSingle('Mod+z')]).toEqual([true, true, false]);
});

test('key caps are printed as on the keyboard', () => {
  expect(caps('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(caps('Mod+Enter', true)).toEqual(['⌘', '回车']);
});
