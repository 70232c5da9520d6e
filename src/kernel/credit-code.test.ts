import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { innerCheck, outerCheck, readCreditCode } from './credit-code.ts';

const said = (text: string, isRegion?: (code: string) => boolean): string => {
  const { verdict, faults } = readCreditCode(text, isRegion);
  return [verdict, ...faults.map(({ code }) => code.replace('credit-code-', ''))].join(' ');
};

describe('codes that hold', () => {
  test.each([
    ['91350100M000100Y43', '91', '350100'],
    ['91360111TE5T00016D', '91', '360111'],
    ['91360900TE5T00024K', '91', '360900'],
    ['92360102TE5T00032Y', '92', '360102'],
    ['91430100TE5T00040A', '91', '430100'],
    ['11360100TE5T000595', '11', '360100'],
  ])('%s', (code, kind, region) => {
    expect(readCreditCode(code)).toEqual({ code, verdict: 'accept', faults: [], kind, region });
  });

  test.each([
    '91360111te5t00016d',
    ' 91360111 TE5T 00016D ',
    '９１３６０１１１ＴＥ５Ｔ０００１６Ｄ',
    '91360111-TE5T0001-6D\u200b',
  ])('%j is one after cleaning', (text) =>
    expect(readCreditCode(text)).toMatchObject({ code: '91360111TE5T00016D', verdict: 'accept' }),
  );
});

describe('codes that cannot be', () => {
  test.each([
    ['91360111TE5T00016E', 'refuse check'],
    ['91360111TE5T00061D', 'refuse check'],
    ['91360111TE5T0001D', 'refuse length'],
    ['91360111TE5T00016DD', 'refuse length'],
    ['', 'refuse length'],
    ['9136011ITE5T00016D', 'refuse character'],
    ['91360111TE5T0O016D', 'refuse character'],
    ['91360111TES T00016D', 'refuse character'],
    ['91360111TEVT00016D', 'refuse character'],
    ['91360111TEZT00016D', 'refuse character'],
    ['9136011１TE5T0001汉D', 'refuse character'],
  ])('%j: %s', (text, outcome) => {
    expect(said(text)).toBe(outcome);
  });
});

/** A code with a body of 8, another inner check character when told so, and the outer one that fits. */
const made = (head: string, body: string, inner = innerCheck(body)): string => {
  const start = `${head}${body}${inner}`;
  return `${start}${outerCheck(start)}`;
};

describe('codes that somebody has to vouch for', () => {
  test('an old organisation code that breaks its own rule', () => {
    const wrong = innerCheck('TE5T0001') === '7' ? '8' : '7';
    expect(said(made('91360111', 'TE5T0001', wrong))).toBe('warn inner');
  });
  test('neither check fits: refused, for the outer one', () => {
    const code = made('91360111', 'TE5T0001', '7');
    const last = code.endsWith('A') ? 'B' : 'A';
    expect(said(`${code.slice(0, 17)}${last}`)).toBe('refuse check');
  });
  test('an unknown kind, an unknown region', () => {
    expect(said(made('94360111', 'TE5T0001'))).toBe('warn kind');
    expect(said(made('91000000', 'TE5T0001'), (code) => code !== '000000')).toBe('warn region');
    expect(said(made('A7000000', 'TE5T0001', '0'), () => false)).toMatch(/^warn .*kind region$/u);
  });
});

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const sign = fc.constantFrom(...signs);
const text = (length: number) => fc.array(sign, { minLength: length, maxLength: length }).map((all) => all.join(''));

test('one wrong character, or two neighbours exchanged, is always found', () => {
  fc.assert(
    fc.property(text(6), text(8), fc.nat(17), sign, (region, body, at, other) => {
      const code = made(`91${region}`, body);
      fc.pre(code[at] !== other);
      expect(readCreditCode(`${code.slice(0, at)}${other}${code.slice(at + 1)}`).verdict).toBe('refuse');
      const [a, b] = [code[at] ?? '', code[at + 1] ?? ''];
      if (b !== '' && a !== b)
        expect(readCreditCode(`${code.slice(0, at)}${b}${a}${code.slice(at + 2)}`).verdict).toBe('refuse');
    }),
  );
});

test('whatever is written, it is read without a fault of ours, and cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(text(18), fc.string({ maxLength: 24 }), fc.string({ unit: 'binary', maxLength: 24 })),
      (code) => {
        const read = readCreditCode(code);
        expect(readCreditCode(read.code)).toEqual(read);
      },
    ),
  );
});
