import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { closed, day, id, oneOf, orNull, text, texts } from './fields.ts';
import { fitShape } from './shape.ts';

const formula = () => text(20);
const schema = closed({
  kind: oneOf('toy', 'tool'),
  id: id(),
  size: Type.Integer({ minimum: 1, maximum: 9 }),
  since: orNull(day()),
  notes: texts(10),
  word: orNull(Type.String({ pattern: '^[a-z][a-z0-9_]*$' })),
  pay: orNull(
    Type.Union([
      formula(),
      closed({ rate: formula(), of: formula(), most: orNull(formula()) }),
      closed({ each: formula(), count: formula() }),
      Type.Union([closed({ highest: Type.Array(formula(), { minItems: 2, maxItems: 3 }) })]),
    ]),
  ),
  given: Type.Record(Type.String({ maxLength: 60 }), Type.Union([Type.Number(), Type.Boolean()]), {
    ...{ default: {}, maxProperties: 2 },
  }),
});
const right = { kind: 'toy', id: 'bear', size: 3 };

function said(changes: object): string[] {
  const fitted = fitShape(schema, { ...right, ...changes });
  if (!('faults' in fitted)) return [];
  return fitted.faults.map(
    ({ code, path, limit }) => `${path.join('/')} ${code === 'pack-shape' ? '' : `${code} `}${limit}`,
  );
}

describe('what does not fit a pack', () => {
  test('is nothing where it fits, with what may be left out filled in', () => {
    expect(fitShape(schema, right)).toEqual({
      value: { ...right, since: null, notes: [], word: null, pay: null, given: {} },
    });
  });

  test('is told in words, all at once', () => {
    expect(said({ size: 0, kind: 'tol', notes: ['', '太长太长太长太长太长太长'] })).toEqual([
      'kind 只能是 toy、tool',
      'size 不小于 1',
      'notes/0 不能空着',
      'notes/1 最多 10 个字',
    ]);
    expect(said({ size: 10 })).toEqual(['size 不大于 9']);
    expect(said({ size: 1.5 })).toEqual(['size 要整数']);
    expect(said({ size: Number.NaN })).toEqual(['size 要整数']);
    expect(said({ notes: '一条' })).toEqual(['notes 要列表']);
    expect(said({ id: 'Bear' })).toEqual(['id 只用小写字母、数字，用 - 或 . 连接']);
    expect(said({ word: 'a-b' })).toEqual(['word 只用小写字母、数字和下划线，以字母开头']);
    expect(said({ since: '2025-1-1' })).toEqual(['since 写成 2025-12-31 这样的日期']);
    expect(said({ since: 20250101 })).toEqual(['since 要文字；数要当文字写的，加引号，金额带单位']);
  });

  test('names what is missing and what is mistyped', () => {
    expect(fitShape(schema, { kind: 'toy' })).toMatchObject({ faults: [{ path: [], limit: '缺少 id、size' }] });
    expect(said({ sise: 3 })).toEqual(['sise pack-key-unknown size']);
    expect(said({ colour: 3 })).toEqual(['colour pack-key-unknown null']);
    expect(said({ constructor: 3, toString: 1 })).toEqual([
      'constructor pack-key-unknown null',
      'toString pack-key-unknown null',
    ]);
  });

  test('of several ways to write it means the one that is nearly met', () => {
    expect(said({ pay: { rate: '12%' } })).toEqual(['pay 缺少 of']);
    expect(said({ pay: { rate: '12%', off: '费用' } })).toEqual(['pay 缺少 of', 'pay/off pack-key-unknown of']);
    expect(said({ pay: { highest: ['一'] } })).toEqual(['pay/highest 至少 2 项']);
    expect(said({ pay: { highest: ['一', '二', '三', '四'] } })).toEqual(['pay/highest 最多 3 项']);
    expect(said({ pay: 'x'.repeat(21) })).toEqual(['pay 最多 20 个字']);
    expect(said({ pay: 100_000 })).toEqual(['pay 要文字，或者写成“键: 值”；数要当文字写的，加引号，金额带单位']);
    expect(said({ pay: { lowest: [] } })).toEqual(['pay 这里能写的是 rate、of、each、count、highest']);
  });

  test('looks into values of any name', () => {
    expect(said({ given: { a: 1, b: '二' } })).toEqual(['given/b 要数，或者true 或 false']);
    expect(said({ given: { a: 1, b: 2, c: 3 } })).toEqual(['given 最多 2 项']);
  });

  test('ends at a number that a person can read', () => {
    expect(said({ notes: Array.from({ length: 5000 }, () => 1) })).toHaveLength(200);
  });
});
