import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/**
 * Parses a page into a tree of bounded depth and size; refuses (`too-deep`, `too-many-elements`) while parsing, before
 * the tree has grown. Within these bounds the tree may be walked by plain recursion.
 */
export function parseHtml(html: string): ParentNode {
  let elements = 0;
  const depths = new WeakMap<object, number>();
  const place = (parent: ParentNode, child: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > limits.depth) refuseFile('too-deep', depth, limits.depth);
    depths.set(child, depth);
  };
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        elements += 1;
        if (elements > limits.elements) refuseFile('too-many-elements', elements, limits.elements);
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      appendChild(parent, child) {
        place(parent, child);
        defaultTreeAdapter.appendChild(parent, child);
      },
      insertBefore(parent, child, reference) {
        place(parent, child);
        defaultTreeAdapter.insertBefore(parent, child, reference);
      },
    },
  });
}

export const isElement = (node: ChildNode): node is Element => 'tagName' in node;

export const attributeOf = (element: Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null;

/** Child elements with one of the given names. */
export const childrenNamed = (parent: Element, ...names: readonly string[]): Element[] =>
  parent.childNodes.filter((node): node is Element => isElement(node) && names.includes(node.tagName));
