import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { RefusalError } from '../../src/kernel/index.ts';
import { checked } from './check.ts';

const schema = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    kind: Type.Enum(['a', 'b']),
    day: Type.Union([Type.String({ pattern: '^\\d{4}$' }), Type.Null()]),
    'odd/name': Type.Optional(Type.String({ maxLength: 3 })),
    list: Type.Array(Type.Object({ value: Type.Number() }, { additionalProperties: false }), { maxItems: 2 }),
  },
  { additionalProperties: false },
);
const good = { revision: 1, kind: 'a', day: null, list: [{ value: 1 }] };
const refused = (value: unknown) => {
  try {
    return checked(schema, value, 'body');
  } catch (cause) {
    if (cause instanceof RefusalError) return cause.refusals;
    throw cause;
  }
};

test('what fits comes back as it is', () => {
  expect(checked(schema, good)).toBe(good);
});

test.each([
  [{ ...good, revision: 0 }, 'value-out-of-bounds', 'body.revision', 0, 1],
  [{ ...good, revision: '1' }, 'type-wrong', 'body.revision', '1', 'integer'],
  [{ ...good, kind: 'c' }, 'value-not-listed', 'body.kind', 'c', 'a、b'],
  [{ ...good, day: '25' }, 'form-wrong', 'body.day', '25', '^\\d{4}$'],
  [{ ...good, 'odd/name': 'long' }, 'value-out-of-bounds', 'body.odd/name', 'long', 3],
  [{ ...good, more: 1 }, 'field-unexpected', 'body.more', null, null],
  [{ ...good, list: [{ value: 'x' }] }, 'type-wrong', 'body.list.0.value', 'x', 'number'],
  [{ ...good, list: [{}] }, 'field-missing', 'body.list.0.value', null, null],
  [null, 'type-wrong', 'body', null, 'object'],
])('%j is refused as %s of %s', (value, code, field, given, limit) => {
  expect(refused(value)).toContainEqual({ code, field, given, limit });
});

test('a long wrong value is cut, and many faults are all named', () => {
  expect(refused({ ...good, kind: 'x'.repeat(500) })).toMatchObject([{ given: `${'x'.repeat(80)}…` }]);
  expect(refused({})).toHaveLength(4);
});

test('what is secret is never repeated, whatever is wrong with it', () => {
  const schema = Type.Object({
    password: Type.String({ maxLength: 5 }),
    mail: Type.Object({ secretKey: Type.Integer() }),
  });
  const refused = () => checked(schema, { password: 'Willow-river-27', mail: { secretKey: 'Willow' } });
  expect(refused).toThrow(RefusalError);
  try {
    refused();
  } catch (cause) {
    expect(JSON.stringify((cause as RefusalError).refusals)).not.toContain('Willow');
  }
});
