import type { Refusal } from '../../../kernel/index.ts';
import type { ChainMap, MapLink, MapNode, NodeKind } from './model.ts';

/** What an office changes on the map of a pack. Null keeps what is there; a new node needs its name, column and words. */
export interface MapEdits {
  readonly nodes: readonly NodeEdit[];
  readonly dropNodes: readonly string[];
  readonly links: readonly MapLink[];
  readonly dropLinks: readonly { readonly from: string; readonly to: string }[];
}

export interface NodeEdit {
  readonly id: string;
  readonly name: string | null;
  readonly stage: string | null;
  readonly kind: NodeKind | null;
  /** Instead of those of the pack, where there are any. */
  readonly codes: readonly { readonly code: string; readonly weight: number }[];
  readonly addWords: readonly string[];
  readonly dropWords: readonly string[];
  readonly addNot: readonly string[];
}

export const noEdits: MapEdits = { nodes: [], dropNodes: [], links: [], dropLinks: [] };

/** The map as the office has it. What an edit names that the pack no longer has is left out: the pack may have moved on. */
export function edited(map: ChainMap, edits: MapEdits): ChainMap {
  const dropped = new Set(edits.dropNodes);
  const byId = new Map(edits.nodes.map((edit) => [edit.id, edit]));
  const known = new Set(map.nodes.map(({ id }) => id));
  const nodes = [
    ...map.nodes.map((node) => changed(node, byId.get(node.id))),
    ...edits.nodes.filter(({ id }) => !known.has(id)).flatMap((edit) => added(edit, map)),
  ].filter(({ id }) => !dropped.has(id));
  const ids = new Set(nodes.map(({ id }) => id));
  const gone = new Set([...edits.dropLinks, ...edits.links].map(keyOf));
  const links = [...map.links.filter((link) => !gone.has(keyOf(link))), ...edits.links];
  return { ...map, nodes, links: links.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

const keyOf = ({ from, to }: { readonly from: string; readonly to: string }) => `${from}→${to}`;

function changed(node: MapNode, edit: NodeEdit | undefined): MapNode {
  if (edit === undefined) return node;
  const without = new Set(edit.dropWords);
  const kept = (words: readonly string[]) => words.filter((word) => !without.has(word));
  return {
    ...node,
    name: edit.name ?? node.name,
    stage: edit.stage ?? node.stage,
    kind: edit.kind ?? node.kind,
    codes: edit.codes.length > 0 ? edit.codes : node.codes,
    words: [...new Set([...kept(node.words), ...edit.addWords])],
    hints: kept(node.hints),
    also: kept(node.also),
    not: [...new Set([...node.not, ...edit.addNot])],
  };
}

function added({ id, name, stage, kind, codes, addWords, addNot }: NodeEdit, map: ChainMap): MapNode[] {
  if (name === null || stage === null || !map.stages.some((each) => each.id === stage)) return [];
  return [
    {
      ...{ id, name, stage, kind: kind ?? 'main', also: [], codes, words: addWords, hints: [], not: addNot },
      ...{ general: false, sells: false, claims: null, technologies: [], applications: [] },
    },
  ];
}

/** Why edits cannot be kept, all at once. */
export function checkEdits(map: ChainMap, edits: MapEdits): Refusal[] {
  const refusals: Refusal[] = [];
  const known = new Set(map.nodes.map(({ id }) => id));
  const stages = new Set(map.stages.map(({ id }) => id));
  const after = new Set([...known, ...edits.nodes.map(({ id }) => id)].filter((id) => !edits.dropNodes.includes(id)));
  edits.nodes.forEach(({ id, name, stage, addWords, codes }, at) => {
    const field = `edits.nodes.${at}`;
    if (edits.nodes.findIndex((each) => each.id === id) !== at)
      refusals.push({ code: 'chain-node-twice', field, given: id });
    if (stage !== null && !stages.has(stage)) refusals.push({ code: 'chain-stage-unknown', field, given: stage });
    if (!known.has(id) && (name === null || stage === null || addWords.length + codes.length === 0))
      refusals.push({ code: 'chain-local-node-words', field, given: name ?? id });
  });
  for (const id of edits.dropNodes)
    if (!known.has(id)) refusals.push({ code: 'chain-node-unknown', field: 'edits.dropNodes', given: id });
  edits.links.forEach(({ from, to }, at) => {
    for (const id of [from, to])
      if (!after.has(id)) refusals.push({ code: 'chain-node-unknown', field: `edits.links.${at}`, given: id });
    if (from === to) refusals.push({ code: 'chain-link-to-itself', field: `edits.links.${at}`, given: from });
  });
  refusals.push(...sharedWords(map, edits), ...greedyNodes(edited(map, edits)));
  return refusals;
}

/** A product word belongs to one node, else nobody could say where it leads. */
function sharedWords(map: ChainMap, edits: MapEdits): Refusal[] {
  const holder = new Map<string, MapNode>();
  const refusals: Refusal[] = [];
  for (const node of edited(map, edits).nodes) {
    for (const word of node.words) {
      const other = holder.get(word);
      if (other === undefined) holder.set(word, node);
      else refusals.push({ code: 'chain-word-taken', field: 'edits.nodes', given: word, limit: other.name });
    }
  }
  return refusals;
}

function greedyNodes({ nodes, links }: ChainMap): Refusal[] {
  return nodes.flatMap(({ id, name }): Refusal[] => {
    const sum = links.filter(({ to }) => to === id).reduce((total, { need }) => total + need, 0);
    return sum > 1.000001
      ? [{ code: 'chain-needs-too-much', field: 'edits.links', given: name, limit: Math.round(sum * 1000) / 1000 }]
      : [];
  });
}
