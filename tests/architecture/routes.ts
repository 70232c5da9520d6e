import { isNode, type Node, nodesOf, type Source, type Violation } from './source.ts';

/**
 * Every endpoint of a contract is served: its name stands in the slice's routes as `planApi.readPlan`. The check that
 * every route asks for a permission belongs here too, once there are actors with roles.
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
