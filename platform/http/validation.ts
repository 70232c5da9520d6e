import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { RefusalError } from '../../src/kernel/index.ts';
import { checked } from './check.ts';

/** Checks the parts of a request by their TypeBox schemas; a parameter or query `"3"` counts as the number 3. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> =
  ({ schema, httpPart }) =>
  (value: unknown) => {
    try {
      refuseUnstorable(value, httpPart ?? '');
      return { value: checked(schema, httpPart === 'body' ? value : Value.Convert(schema, value)) };
    } catch (cause) {
      return { error: cause instanceof Error ? cause : new Error(String(cause)) };
    }
  };

/** Answers are our own and tested against their schemas; JSON as it is. */
export const serializerCompiler = () => JSON.stringify;

/** Refuses text with the zero sign or half a pair of surrogates in any place: no database stores it. */
export function refuseUnstorable(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) throw new RefusalError({ code: 'text-unstorable', field });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      refuseUnstorable(name, field);
      refuseUnstorable(inner, field === '' ? name : `${field}.${name}`);
    }
  }
}
