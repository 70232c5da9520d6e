import { importsOf, isNode, lineAt, type Node, nodesOf, placeInSlice, type Source, type Violation } from './source.ts';

/**
 * Every endpoint of a contract is served: its name stands in the slice's routes as `planApi.readPlan`.
 */
export function unservedEndpoints(contract: Source, routes: readonly Source[]): Violation[] {
  const served = new Set(routes.flatMap((source) => nodesOf(source).map(memberName)));
  return endpointNames(contract)
    .filter((name) => !served.has(name))
    .map((name) => ({ path: contract.path, line: 1, message: `${name} 没有路由：写在 routes.ts，或从契约里去掉` }));
}

/** `planApi.readPlan` for every property of an exported object whose value is made by `endpoint(…)`. */
export function endpointNames(contract: Source): string[] {
  return nodesOf(contract)
    .filter((node) => node.type === 'VariableDeclarator' && isNode(node.id))
    .flatMap((declaration) => {
      const object = unwrap(declaration.init);
      const properties = Array.isArray(object?.properties) ? object.properties.filter(isNode) : [];
      return properties
        .filter((property) => isEndpoint(property.value))
        .map((property) => `${nameOf(declaration.id)}.${nameOf(property.key)}`);
    });
}

const isEndpoint = (value: unknown): boolean =>
  isNode(value) && value.type === 'CallExpression' && nameOf(value.callee) === 'endpoint';

/** Looks through `as const` and `satisfies`. */
function unwrap(node: unknown): Node | null {
  if (!isNode(node)) return null;
  return node.type.startsWith('TS') ? unwrap(node.expression) : node;
}

const memberName = (node: Node): string =>
  node.type === 'MemberExpression' ? `${nameOf(node.object)}.${nameOf(node.property)}` : '';

const nameOf = (node: unknown): string => (isNode(node) ? String(node.name ?? '') : '');

/** Calls by which a command asks for its permission. */
const ASKING = new Set(['permit', 'permitOwn']);

/**
 * What a route calls asks for a permission in its first line: every function of commands/ that a slice's routes import
 * and that takes an actor or the slice's deps. The ways in, where nobody is known yet, are named in `waysIn` as
 * `slice.function`. Routes ask no store: only commands know what may be seen.
 */
export function unaskedCommands(
  routes: readonly Source[],
  sourceAt: (path: string) => Source | undefined,
  waysIn: ReadonlySet<string>,
): Violation[] {
  return routes.flatMap((route) => {
    const slice = placeInSlice(route.path)?.slice ?? '';
    return importedNames(route).flatMap(({ target, names, line }): Violation[] => {
      const inside = placeInSlice(target)?.inside ?? '';
      if (/^store(?:\.ts|\/)/u.test(inside) && names.length > 0)
        return [{ path: route.path, line, message: '路由直接用了 store：查询也要经过 commands 里的权限检查' }];
      const source = inside.startsWith('commands/') ? sourceAt(target) : undefined;
      if (source === undefined) return [];
      return names
        .filter((name) => !waysIn.has(`${slice}.${name}`))
        .flatMap((name) => {
          const declared = functionNamed(source, name);
          return declared !== null && needsActor(declared) && !asksFirst(declared)
            ? [{ path: target, line: lineAt(source, declared.start), message: `${name} 的第一行没有 permit(actor, …)` }]
            : [];
        });
    });
  });
}

/** Values (not types) that a file imports from each relative path. */
function importedNames(source: Source): { target: string; names: string[]; line: number }[] {
  const targets = new Map(importsOf(source).map(({ specifier, target }) => [specifier, target]));
  return nodesOf(source)
    .filter((node) => node.type === 'ImportDeclaration' && node.importKind !== 'type' && isNode(node.source))
    .flatMap((node) => {
      const target = targets.get(String((node.source as Node).value));
      if (target === null || target === undefined) return [];
      const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
      const names = specifiers.filter((each) => each.importKind !== 'type').map((each) => nameOf(each.imported));
      return [{ target, names, line: lineAt(source, node.start) }];
    });
}

/** The function that a file declares under a name, `function` or `const`; null when there is none. */
function functionNamed(source: Source, name: string): Node | null {
  for (const node of nodesOf(source)) {
    if (node.type === 'FunctionDeclaration' && nameOf(node.id) === name && isNode(node.body)) return node;
    if (node.type === 'VariableDeclarator' && nameOf(node.id) === name && isNode(node.init))
      return node.init.type === 'ArrowFunctionExpression' ? node.init : null;
  }
  return null;
}

const needsActor = (declared: Node): boolean =>
  Array.isArray(declared.params) &&
  declared.params.filter(isNode).some((param) => ['actor', 'deps'].includes(nameOf(param)));

function asksFirst(declared: Node): boolean {
  const statements = isNode(declared.body) && Array.isArray(declared.body.body) ? declared.body.body : [];
  const [first] = statements.filter(isNode);
  const call = first?.type === 'ExpressionStatement' && isNode(first.expression) ? first.expression : null;
  return call?.type === 'CallExpression' && ASKING.has(nameOf(call.callee));
}
