import type { ChainMap, MapNode } from '../map/index.ts';
import { deedsOf } from './deeds.ts';
import { type Dictionary, type Match, wordsIn } from './dictionary.ts';
import type { Piece } from './text.ts';

/** What a piece of text says of the nodes. */
export interface Thing {
  /** Node -> how much the piece speaks for it; adds up to at most about one. */
  readonly votes: ReadonlyMap<number, number>;
  readonly makes: boolean;
  readonly sells: boolean;
  /** The piece as it was written, without its lead; of a name only the trade. */
  readonly text: string;
  /** Nothing but what is done: 生产、销售. It speaks of what stands beside it. */
  readonly deedOnly: boolean;
  /** Words of the chain stand in it, or of its own trades. */
  readonly inContext: boolean;
  /** A word that is known to be of another trade stands in it. */
  readonly foreign: boolean;
  readonly sentence: number;
}

export interface Reader {
  readonly map: ChainMap;
  readonly dictionary: Dictionary;
  /** Nodes in the order of the map, by id. */
  readonly at: ReadonlyMap<string, number>;
  /** Words that name the chain, as one pattern. */
  readonly context: RegExp;
  /** Nodes that take over what is done to things of others. */
  readonly claimants: readonly number[];
}

/** A head says what a thing is; what stands before it says of what or for what it is. */
const before = 0.15;
/** The last word that is known is not the last that is said: 服装样板. */
const unknownHead = 0.55;
const claimed = 0.75;

/**
 * Reads one piece. The last word of a thing is what it is (纺织机械 is a machine), except where a process is named before
 * a material that it is done to (印花面料).
 */
export function readThing(
  reader: Reader,
  plain: string,
  piece: Piece,
  { ends, name }: { readonly ends: ReadonlySet<number>; readonly name: boolean },
): Thing {
  const { makes, sells, from, to } = deedsOf(piece.text);
  const span = { from: piece.at + from, to: piece.at + to };
  const whole = plain.slice(span.from, span.to);
  const matches = to > from ? wordsIn(reader.dictionary, plain, span, ends) : [];
  const votes = new Map<number, number>();
  const head = matches.at(-1);
  if (head !== undefined) {
    for (const match of matches.slice(0, -1)) vote(votes, match, before);
    const rest = span.to - head.to;
    vote(votes, head, rest === 0 ? 1 : rest >= 1 ? unknownHead : 1);
    claim(reader, votes, matches, whole);
  }
  const inContext = reader.context.test(whole);
  weighGeneral(reader.map.nodes, votes, matches, {
    // In a name the place and the firm stand before the trade.
    inContext,
    foreign: name ? 0 : foreignSigns(matches, span),
  });
  const [first] = matches;
  const quoted =
    name && first !== undefined && head !== undefined
      ? plain.slice(first.from, piece.at + piece.text.length)
      : piece.text;
  return {
    ...{
      votes,
      makes,
      sells,
      text: quoted,
      deedOnly: to <= from,
      inContext,
      sentence: piece.sentence,
      foreign: matches.some(({ votes: held }) => held.length === 0),
    },
  };
}

function vote(votes: Map<number, number>, match: Match, share: number): void {
  // A hint of several nodes says less for each.
  for (const { node, weight } of match.votes) {
    votes.set(node, Math.max(votes.get(node) ?? 0, share * weight));
  }
}

/** Signs of a thing that no word of the map explains. */
function foreignSigns(matches: readonly Match[], { from, to }: { readonly from: number; readonly to: number }): number {
  return (
    to - from - matches.filter(({ votes }) => votes.length > 0).reduce((sum, each) => sum + each.to - each.from, 0)
  );
}

/** Moves what a process is done to over to the process: 印花面料 is of dyeing, 针织校服 of knitted garments. */
function claim(
  { map, at, claimants }: Reader,
  votes: Map<number, number>,
  matches: readonly Match[],
  whole: string,
): void {
  const head = matches.at(-1);
  if (head === undefined) return;
  for (const claimant of claimants) {
    const claims = map.nodes[claimant]?.claims ?? null;
    if (claims === null || head.votes.some((each) => each.node === claimant && each.weight === 1)) continue;
    const named =
      claims.words.some((word) => whole.includes(word) && !whole.endsWith(word)) ||
      (claims.own &&
        matches
          .slice(0, -1)
          .some(({ votes: held }) => held.some((each) => each.node === claimant && each.weight === 1)));
    if (!named) continue;
    for (const id of claims.from) {
      const from = at.get(id);
      const held = from === undefined ? undefined : votes.get(from);
      if (from === undefined || held === undefined || !head.votes.some((each) => each.node === from)) continue;
      votes.set(from, held * (1 - claimed));
      votes.set(claimant, Math.max(votes.get(claimant) ?? 0, held * claimed));
    }
  }
}

/**
 * Who serves any chain counts less where this chain is not named, and not at all where another trade is (食品检测). Hints
 * say little without the chain being named.
 */
function weighGeneral(
  nodes: readonly MapNode[],
  votes: Map<number, number>,
  matches: readonly Match[],
  seen: { readonly inContext: boolean; readonly foreign: number },
): void {
  if (seen.inContext) return;
  for (const [node, share] of votes) {
    const own = matches.some((match) => match.votes.some((each) => each.node === node && each.weight === 1));
    const general = nodes[node]?.general === true;
    if (general && seen.foreign >= 2) votes.set(node, own ? share * 0.2 : 0);
    else if (!own) votes.set(node, share * 0.4);
  }
}
