import { commentsOf, isNode, lineAt, type Node, nodesOf, type Source, type Violation } from './source.ts';

const IN_COMMENTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|XXX|HACK)\b/u, '没做完的事不写在注释里：做完它，或者记成问题'],
  [/@ts-(?:ignore|expect-error|nocheck)\b/u, '不压制类型错误'],
  [/\bbiome-ignore\b/u, '不压制检查'],
  [/\beslint-disable\b/u, '不压制检查'],
];
const TEST_FUNCTIONS = new Set(['test', 'it', 'describe', 'suite']);

/** Words and constructs that leave work undone or switch a check off. */
export function wordViolations(source: Source): Violation[] {
  const comments = commentsOf(source).flatMap((comment) =>
    IN_COMMENTS.filter(([pattern]) => pattern.test(comment.value)).map(([, why]) => ({ start: comment.start, why })),
  );
  const nodes = nodesOf(source).flatMap((node) => {
    const why = forbiddenNode(node);
    return why === null ? [] : [{ start: node.start, why }];
  });
  return [...comments, ...nodes].map(({ start, why }) => ({
    path: source.path,
    line: lineAt(source, start),
    message: why,
  }));
}

function forbiddenNode(node: Node): string | null {
  if (node.type === 'TSAnyKeyword') return '不用 any：写出类型，或用 unknown 再查明';
  if (node.type !== 'MemberExpression' || !isNode(node.property)) return null;
  const property = String(node.property.name);
  if (property === 'only' && TEST_FUNCTIONS.has(rootName(node.object))) return '.only 会让别的测试不跑';
  if (/^(?:mock|doMock)$/u.test(property) && rootName(node.object) === 'vi') return '不假造自己的部件：用真的';
  return null;
}

/** `test` of `test.concurrent.only`. */
function rootName(node: unknown): string {
  if (!isNode(node)) return '';
  return node.type === 'MemberExpression' ? rootName(node.object) : String(node.name ?? '');
}
