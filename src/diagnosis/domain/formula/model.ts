/** When a question is shown, over the answers before it. `text` is as it was written. */
export interface Formula {
  readonly text: string;
  readonly root: Node;
}

export const orders = ['=', '!=', '>=', '>', '<=', '<'] as const;
export type Order = (typeof orders)[number];

export type Node =
  | { readonly kind: 'and'; readonly parts: readonly Node[] }
  | { readonly kind: 'or'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'compare'; readonly question: string; readonly order: Order; readonly value: string }
  | { readonly kind: 'has'; readonly question: string; readonly option: string }
  | { readonly kind: 'answered'; readonly question: string };

export type Leaf = Exclude<Node, { readonly kind: 'and' | 'or' } | { readonly kind: 'not' }>;

/** Its leaves, for checking them against the questions. */
export const leavesOf = (node: Node): readonly Leaf[] => {
  if ('parts' in node) return node.parts.flatMap(leavesOf);
  return 'of' in node ? leavesOf(node.of) : [node];
};
