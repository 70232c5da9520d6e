import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText, type ParagraphChange } from './compare-text.ts';

const shown = (changes: readonly ParagraphChange[]): string[] =>
  changes.map(({ parts }) =>
    parts
      .map(({ change, text }) => (change === 'same' ? text : change === 'added' ? `[+${text}]` : `[-${text}]`))
      .join(''),
  );

test('a figure that was changed is told whole, and nothing else of its paragraph', () => {
  const changes = compareText(['全市完成投资123.45亿元，增长8.5%。'], ['全市完成投资123.46亿元，增长8.5%。']);
  expect(shown(changes)).toEqual(['全市完成投资[-123.45][+123.46]亿元，增长8.5%。']);
});

test('paragraphs that were put in, taken out and left stand in reading order with their numbers', () => {
  const changes = compareText(
    ['甲段没有动过。', '乙段后来整段删去了。', '丙段没有动过。'],
    ['甲段没有动过。', '丙段没有动过。', '新加的丁段。'],
  );
  expect(changes.map(({ change, generated, edited }) => [change, generated, edited])).toEqual([
    ['same', 0, 0],
    ['removed', 1, null],
    ['same', 2, 1],
    ['added', null, 2],
  ]);
});

test('a paragraph split in two is the first part changed and the second put in', () => {
  const whole = '东湖区按时办结率居第一。西山区上升两位。';
  const changes = compareText([whole], ['东湖区按时办结率居第一。', '西山区上升两位。']);
  expect(changes.map((each) => each.change)).toEqual(['changed', 'added']);
});

test('paragraphs that have nothing in common are not told as one that was changed', () => {
  const changes = compareText(['关于工业投资的情况。'], ['下一步要求如下：']);
  expect(changes.map((each) => each.change)).toEqual(['removed', 'added']);
});

test('a paragraph rewritten beyond reading is told as replaced', () => {
  const one = Array.from({ length: 6000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
  const [change, ...rest] = compareText([one], [[...one].reverse().join('')]);
  expect(rest.length).toBeLessThan(2);
  expect(change?.parts.map((part) => part.change)).toEqual(
    change?.change === 'changed' ? ['removed', 'added'] : ['removed'],
  );
});

test('whatever was changed, both texts can be read from the comparison, in order', () => {
  const paragraph = fc.string({ unit: fc.constantFrom(...'甲乙丙丁1.5%，。 a'), maxLength: 12 });
  const text = fc.array(paragraph, { maxLength: 8 });
  fc.assert(
    fc.property(text, text, (generated, edited) => {
      const changes = compareText(generated, edited);
      const side = (key: 'generated' | 'edited', leftOut: 'added' | 'removed'): string[] =>
        changes
          .filter((each) => each[key] !== null)
          .map(({ parts }) =>
            parts
              .filter(({ change }) => change !== leftOut)
              .map((part) => part.text)
              .join(''),
          );
      expect(side('generated', 'added')).toEqual(generated);
      expect(side('edited', 'removed')).toEqual(edited);
      const numbers = (key: 'generated' | 'edited') => changes.flatMap((each) => each[key] ?? []);
      expect(numbers('generated')).toEqual(generated.map((_, at) => at));
      expect(numbers('edited')).toEqual(edited.map((_, at) => at));
    }),
  );
});
