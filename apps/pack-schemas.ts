import { editorSchema, type SchemaWords } from '../platform/pack-loader/editor-schema.ts';
import { factsWords, policyWords } from '../src/policy/index.ts';
import { packKinds } from './packs.ts';

const words: Readonly<Record<string, SchemaWords>> = { policy: policyWords, facts: factsWords };

/** Every kind of pack as a JSON Schema for editors; those that offices write themselves say what each key means. */
export const packSchemas = (): { readonly name: string; readonly schema: object }[] =>
  packKinds.map((kind) => ({ name: kind.name, schema: editorSchema(kind, words[kind.name] ?? {}) }));
