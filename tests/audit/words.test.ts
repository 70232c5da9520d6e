import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldWord } from '../../platform/messages/fields.ts';
import { actionName, actions, recordKindName } from '../../src/audit/index.ts';
import { isNode, isTest, type Node, nodesOf, readSources } from '../architecture/source.ts';

/** What the code writes into the log, read from its own text: every word of it must have one for people. */
const root = join(import.meta.dirname, '..', '..');
const sources = readSources(root, ['src', 'platform', 'apps'], ['.ts', '.tsx']).filter(({ path }) => !isTest(path));
const nodes = sources.flatMap((source) => nodesOf(source).map((node) => ({ node, path: source.path })));

const propertiesOf = (node: Node): ReadonlyMap<string, Node> =>
  new Map(
    (Array.isArray(node.properties) ? node.properties.filter(isNode) : []).flatMap((property) =>
      isNode(property.key) && isNode(property.value) ? [[String(property.key.name), property.value] as const] : [],
    ),
  );
const text = (node: Node | undefined): string | null =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

const objects = nodes
  .filter(({ node }) => node.type === 'ObjectExpression')
  .map(({ node, path }) => ({ properties: propertiesOf(node), path }));
const known = (words: readonly (string | null)[]): string[] => [...new Set(words.filter((word) => word !== null))];

describe('every word of the log', () => {
  test('actions have words, and those in the catalogue are used', () => {
    const used = known(
      objects
        .filter(({ properties }) => properties.has('record'))
        .map(({ properties }) => text(properties.get('action'))),
    );
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((action) => actionName(action) === action)).toEqual([]);
    const code = sources.filter(({ path }) => path !== 'src/audit/domain/actions.ts').map((source) => source.text);
    const unused = Object.keys(actions).filter(
      (action) =>
        !used.includes(action) &&
        !code.some((each) => each.includes(`'${action}'`) || each.includes(`'${action.replace(/^\w+\./, '')}'`)),
    );
    expect(unused).toEqual([]);
  });

  test('kinds of record have words', () => {
    const used = known(
      objects
        .map(({ properties }) => properties.get('record'))
        .filter((record) => record?.type === 'ObjectExpression')
        .map((record) => propertiesOf(record!))
        .filter((properties) => properties.has('id'))
        .map((properties) => text(properties.get('kind'))),
    );
    expect(used).toContain('audit');
    expect(used.filter((kind) => recordKindName(kind) === kind)).toEqual([]);
  });

  test('fields have words', () => {
    const written = objects
      .filter(({ properties }) => ['field', 'before', 'after'].every((name) => properties.has(name)))
      .map(({ properties }) => text(properties.get('field')));
    const compared = nodes
      .filter(({ node }) => node.type === 'CallExpression' && isNode(node.callee) && node.callee.name === 'changesOf')
      .flatMap(({ node }) => (Array.isArray(node.arguments) ? node.arguments.filter(isNode) : []))
      .filter((argument) => argument.type === 'ArrayExpression')
      .flatMap((list) => (Array.isArray(list.elements) ? list.elements.filter(isNode) : []).map(text));
    const used = known([...written, ...compared]);
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((field) => fieldWord(field) === field)).toEqual([]);
  });
});
