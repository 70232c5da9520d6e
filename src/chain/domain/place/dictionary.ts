import type { ChainMap, MapNode } from '../map/index.ts';
import { plainText } from './text.ts';

/** How much a word speaks for a node: its own word in full, a hint by half. */
export interface Vote {
  readonly node: number;
  readonly weight: number;
}

/** Words of all nodes of a map, found in a text the longest first. */
export interface Dictionary {
  readonly root: Branch;
}

export interface Branch {
  readonly next: Map<string, Branch>;
  /** Null: a word that speaks for nothing, so that the shorter ones within it are not found. */
  votes?: readonly Vote[] | null;
}

export interface Match {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  /** Empty: a word of something else. */
  readonly votes: readonly Vote[];
}

const hintWeight = 0.5;

/** The dictionary of a map. A word of a node is that node's alone; hints may be of several. */
export function dictionaryOf(map: ChainMap): Dictionary {
  const root: Branch = { next: new Map() };
  const votes = new Map<string, Vote[]>();
  const add = (word: string, vote: Vote) => {
    const plain = plainText(word);
    if (plain === '') return;
    const held = votes.get(plain) ?? [];
    if (!held.some(({ node }) => node === vote.node)) held.push(vote);
    votes.set(plain, held);
  };
  map.nodes.forEach(({ words }, node) => {
    for (const word of words) add(word, { node, weight: 1 });
  });
  map.nodes.forEach(({ hints, also }, node) => {
    for (const word of [...hints, ...also]) add(word, { node, weight: hintWeight });
  });
  for (const [word, held] of votes) put(root, word, held);
  for (const word of [...map.not, ...map.nodes.flatMap(({ not }: MapNode) => not)]) put(root, plainText(word), null);
  return { root };
}

function put(root: Branch, word: string, votes: readonly Vote[] | null): void {
  let branch = root;
  for (const sign of word) {
    const next = branch.next.get(sign) ?? { next: new Map() };
    branch.next.set(sign, next);
    branch = next;
  }
  branch.votes ??= votes;
}

/**
 * Words in a part of a text, from left to right, the longest at each place. Short words count only where a word of the
 * language ends (`ends`): 布 in 瀑布 is none.
 */
export function wordsIn(dictionary: Dictionary, text: string, span: Span, ends: ReadonlySet<number>): Match[] {
  const found: Match[] = [];
  let at = span.from;
  while (at < span.to) {
    const match = longest(dictionary.root, text, at, span, ends);
    if (match !== null) found.push(match);
    at = match === null ? at + 1 : match.to;
  }
  return found;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function longest(root: Branch, text: string, from: number, span: Span, ends: ReadonlySet<number>): Match | null {
  let best: Match | null = null;
  let branch: Branch | undefined = root;
  for (let to = from; branch !== undefined; to += 1) {
    const { votes } = branch;
    if (votes !== undefined && stands(from, to, span, ends))
      best = { from, to, word: text.slice(from, to), votes: votes ?? [] };
    if (to >= span.to) break;
    branch = branch.next.get(text[to] ?? '');
  }
  return best;
}

/** Three signs are a word by themselves; two where a word ends; one at the end of the thing or as a word of its own. */
function stands(from: number, to: number, span: Span, ends: ReadonlySet<number>): boolean {
  const length = to - from;
  if (length >= 3 || to === span.to) return true;
  return ends.has(to) && (length === 2 || ends.has(from));
}
