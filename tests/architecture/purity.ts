import { isNode, isTest, lineAt, type Node, nodesOf, placeInSlice, type Source, type Violation } from './source.ts';

const OUTSIDE_OBJECTS = new Set(['process', 'console', 'performance', 'crypto', 'globalThis', 'localStorage']);
const OUTSIDE_CALLS = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require']);

/** In domain/ and kernel: no clock, no randomness, no IO. What is needed comes in as an argument. */
export function purityViolations(source: Source): Violation[] {
  const place = placeInSlice(source.path);
  const pure = place !== null && (place.slice === 'kernel' || place.inside.startsWith('domain/'));
  if (!pure || isTest(source.path)) return [];
  return nodesOf(source).flatMap((node) => {
    const what = outside(node);
    return what === null
      ? []
      : [{ path: source.path, line: lineAt(source, node.start), message: `${what}：domain/ 里没有时钟、随机数和读写` }];
  });
}

function outside(node: Node): string | null {
  if (node.type === 'NewExpression' && named(node.callee) === 'Date' && isEmpty(node.arguments)) return 'new Date()';
  if (node.type === 'CallExpression') {
    const callee = named(node.callee);
    if (callee === 'Date' || OUTSIDE_CALLS.has(callee)) return `${callee}()`;
  }
  if (node.type !== 'MemberExpression') return null;
  const object = named(node.object);
  const property = named(node.property);
  if (object === 'Date' && property === 'now') return 'Date.now';
  if (object === 'Math' && property === 'random') return 'Math.random';
  return OUTSIDE_OBJECTS.has(object) ? object : null;
}

const named = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '');
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
