import type { PackKind } from '../../src/kernel/index.ts';

/** What keys mean, in Chinese, by the end of their path: `clauses.pay.rate`, `first-over.value`; the longest end counts. */
export type SchemaWords = Readonly<Record<string, string>>;

type Node = { [key: string]: unknown };

/** Shorter parts are not worth a name of their own. */
const worthNaming = 400;

/**
 * The JSON Schema (draft 07) of a kind of pack, for editors and other programs: as people write packs, so what has a
 * default may be left out, and every key says what it means. Parts that occur more than once stand under `definitions`.
 */
export function editorSchema({ name, schema }: Pick<PackKind<unknown>, 'name' | 'schema'>, words: SchemaWords): Node {
  const whole = asWritten(schema as Node, [], words);
  const { node, definitions } = shared(whole);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: words[`${name}.title`] ?? name,
    ...node,
    ...(Object.keys(definitions).length > 0 && { definitions }),
  };
}

/** The words for a key: those for the longest end of its path. */
export function wordsFor(path: readonly string[], words: SchemaWords): string | undefined {
  for (let from = 0; from < path.length; from += 1) {
    const key = path.slice(from).join('.');
    if (Object.hasOwn(words, key)) return words[key];
  }
  return undefined;
}

/** Every key that a schema describes, as a path. */
export function keysOf(schema: unknown, path: readonly string[] = []): string[][] {
  if (Array.isArray(schema)) return schema.flatMap((part) => keysOf(part, path));
  if (!isNode(schema)) return [];
  const own = Object.keys(isNode(schema.properties) ? schema.properties : {}).map((key) => [...path, key]);
  const inner = Object.entries(isNode(schema.properties) ? schema.properties : {}).flatMap(([key, part]) =>
    keysOf(part, [...path, key]),
  );
  return [...own, ...inner, ...keysOf(schema.items, path), ...keysOf(schema.anyOf, path)];
}

/** What the loader fills in need not be there, and each key gets its words. */
function asWritten(node: Node, path: readonly string[], words: SchemaWords): Node {
  const made: Node = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && isNode(value)) made.properties = propertiesAsWritten(value, path, words);
    else if (key === 'required' && Array.isArray(value)) {
      const given = value.filter((each) => !hasDefault(node.properties, String(each)));
      if (given.length > 0) made.required = given;
    } else if (key === 'items' && isNode(value)) made.items = asWritten(value, path, words);
    else if (key === 'anyOf' && Array.isArray(value))
      made.anyOf = value.map((part: Node) => asWritten(part, path, words));
    else made[key] = value;
  }
  return made;
}

function propertiesAsWritten(properties: Node, path: readonly string[], words: SchemaWords): Node {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const said = wordsFor([...path, key], words);
      const part = asWritten(value as Node, [...path, key], words);
      return [key, said === undefined ? part : { description: said, ...part }];
    }),
  );
}

const hasDefault = (properties: unknown, key: string): boolean => {
  const part = isNode(properties) ? properties[key] : undefined;
  return isNode(part) && 'default' in part;
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts that occur more than once under a name; conditions stand in one another, and would be written out each time. */
function shared(whole: Node): { readonly node: Node; readonly definitions: Node } {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) count(each);
    if (!isNode(value)) return;
    const text = JSON.stringify(value);
    const before = counts.get(text) ?? 0;
    counts.set(text, before + 1);
    if (before === 0) for (const each of Object.values(value)) count(each);
  };
  count(whole);
  const names = new Map<string, string>();
  const definitions: Node = {};
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (!isNode(value)) return value;
    const text = JSON.stringify(value);
    const inner = () => Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each)]));
    const isSchema = 'type' in value || 'anyOf' in value;
    if (!isSchema || text.length < worthNaming || (counts.get(text) ?? 0) < 2) return inner();
    let name = names.get(text);
    if (name === undefined) {
      name = `part${names.size + 1}`;
      names.set(text, name);
      definitions[name] = inner();
    }
    return { $ref: `#/definitions/${name}` };
  };
  const node = Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, named(value)]));
  return { node, definitions };
}
