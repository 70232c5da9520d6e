import type { ChainMap } from '../map/index.ts';
import { type CodeReading, codeShares, readCode } from './code.ts';
import { dealsByName } from './deeds.ts';
import { dictionaryOf } from './dictionary.ts';
import type { Cut, Evidence, EvidenceKind, IndustryNames, Placeable, Placement, RankedNode } from './model.ts';
import { bareName } from './name.ts';
import { reasonOf } from './reason.ts';
import { piecesOf, plainText } from './text.ts';
import { type Reader, readThing, type Thing } from './thing.ts';

/** Places enterprises on one map. */
export interface Placer {
  readonly map: ChainMap;
  place(enterprise: Placeable): Placement;
}

/** Everything that is the same for all enterprises is made once; a million are placed with it. */
export function placerOf(map: ChainMap, industries: IndustryNames, cut: Cut): Placer {
  const reader: Reader = {
    ...{ map, dictionary: dictionaryOf(map), context: anyOf(map.context.map(plainText)) },
    claimants: map.nodes.flatMap(({ claims }, at) => (claims === null ? [] : [at])),
    at: new Map(map.nodes.map(({ id }, at) => [id, at])),
  };
  return { map, place: (enterprise) => place(reader, industries, cut, enterprise) };
}

/** Nothing at all where there are no words. */
const anyOf = (words: readonly string[]): RegExp =>
  words.length === 0 ? /(?!)/u : new RegExp(words.map(literally).join('|'), 'u');

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

interface Shares {
  readonly shares: number[];
  readonly words: string[][];
  /** Whether it says anything at all. */
  readonly told: boolean;
}

function place(reader: Reader, industries: IndustryNames, cut: Cut, enterprise: Placeable): Placement {
  const { map } = reader;
  const code = readCode(enterprise.industry, industries);
  const named = things(reader, bareName(enterprise.name), cut, true);
  const products = things(reader, plainText(enterprise.products.join(';')), cut);
  const scope = things(reader, plainText(enterprise.scope), cut);
  const byCode = codeShares(code, map.nodes);
  const dealer = isDealer(enterprise, map, byCode, scope, products);
  const seen = contextOf(map, byCode, [...named, ...products, ...scope.slice(0, 3)]);
  const found: Readonly<Record<EvidenceKind, Shares>> = {
    products: sum(reader, products, { last: 0.5, fade: 0.9, dealer, kind: 'products' }),
    name: sum(reader, named, { last: 1, fade: 1, dealer: false, kind: 'name' }),
    code: codeEvidence(byCode, code),
    scope: sum(reader, scope, { last: 0.15, fade: 0.82, dealer, kind: 'scope' }),
  };
  const foreign = [...named, ...products].some((thing) => thing.foreign);
  const ranked = rank(map, found, { seen, dealer, foreign });
  return decide(map, ranked, { code, byCode, dealer });
}

/** The things that a text names, each with what is done with it; deeds that stand alone hold for what is beside them. */
function things(reader: Reader, plain: string, cut: Cut, name = false): Thing[] {
  if (plain === '') return [];
  const ends = endsOf(plain, cut);
  return withDeeds(piecesOf(plain).map((piece) => readThing(reader, plain, piece, { ends, name })));
}

function endsOf(plain: string, cut: Cut): Set<number> {
  const ends = new Set<number>([0]);
  let at = 0;
  for (const word of cut(plain)) {
    at += word.length;
    ends.add(at);
  }
  return ends;
}

/** `生产、销售:服装、面料` and `服装、面料批发`: what is done goes for the whole row. */
function withDeeds(found: readonly Thing[]): Thing[] {
  const kept: Thing[] = [];
  let ahead = { makes: false, sells: false };
  found.forEach((thing, at) => {
    if (thing.sentence !== found[at - 1]?.sentence) ahead = { makes: false, sells: false };
    if (thing.deedOnly) {
      ahead = { makes: ahead.makes || thing.makes, sells: ahead.sells || thing.sells };
      return;
    }
    if (thing.makes || thing.sells) {
      kept.push(thing);
      return;
    }
    const next = found.slice(at + 1).find((each) => each.sentence === thing.sentence && (each.makes || each.sells));
    const said = ahead.makes || ahead.sells ? ahead : (next ?? ahead);
    kept.push({ ...thing, makes: said.makes, sells: said.sells });
  });
  return kept;
}

/** Sells and does not make: by its name or its code, where nothing says that it makes something. */
function isDealer(
  { name }: Placeable,
  map: ChainMap,
  byCode: readonly number[],
  scope: readonly Thing[],
  products: readonly Thing[],
): boolean {
  const makesSomething = [...products, ...scope].some(({ makes, votes }) => makes && votes.size > 0);
  const sellsByCode = map.nodes.some(({ sells }, at) => sells && (byCode[at] ?? 0) > 0);
  const makesByCode = map.nodes.some(({ sells, general }, at) => !sells && !general && (byCode[at] ?? 0) >= 0.3);
  if (makesByCode) return false;
  return makesSomething ? sellsByCode && dealsByName(name) : sellsByCode || dealsByName(name);
}

/** Whether anything but the code of a service says that it works for this chain. */
const contextOf = (map: ChainMap, byCode: readonly number[], found: readonly Thing[]): boolean =>
  found.some(({ inContext }) => inContext) || map.nodes.some(({ general }, at) => !general && (byCode[at] ?? 0) >= 0.5);

interface Weighing {
  /** Each piece counts this much of the one before, down to `last`. */
  readonly fade: number;
  readonly last: number;
  readonly dealer: boolean;
  readonly kind: EvidenceKind;
}

/** How much the things of a text speak for each node, the first ones more. */
function sum(reader: Reader, found: readonly Thing[], { fade, last, dealer, kind }: Weighing): Shares {
  const shares = reader.map.nodes.map(() => 0);
  const words: string[][] = reader.map.nodes.map(() => []);
  let total = 0;
  found.forEach((thing, no) => {
    const counts = Math.max(last, fade ** no);
    const votes = soldOrMade(reader.map, thing, { dealer, kind });
    // What is not of the chain makes it less of the chain, but an unusual name of a product must not decide.
    total += counts * (votes.size > 0 ? 1 : 0.6);
    for (const [node, share] of votes) {
      shares[node] = (shares[node] ?? 0) + counts * share;
      if (share >= 0.25) words[node]?.push(thing.text);
    }
  });
  return { shares: shares.map((each) => (total === 0 ? 0 : each / total)), words, told: found.length > 0 };
}

/** What is only sold belongs to whoever sells, as far as it is of the chain. */
function soldOrMade(
  map: ChainMap,
  thing: Thing,
  { dealer, kind }: { readonly dealer: boolean; readonly kind: EvidenceKind },
): ReadonlyMap<number, number> {
  const onlySold = (thing.sells && !thing.makes) || (dealer && !thing.makes);
  if (!onlySold) return thing.votes;
  const seller = map.nodes.findIndex(({ sells }) => sells);
  if (seller < 0) return thing.votes;
  const most = Math.max(0, ...thing.votes.values());
  // Makers too are allowed to sell; their licence says so of everything.
  const share = dealer || kind !== 'scope' ? 1 : 0.4;
  return most === 0 ? new Map() : new Map([[seller, Math.min(1, most * share)]]);
}

const codeEvidence = (byCode: readonly number[], { code }: CodeReading): Shares => ({
  ...{ shares: [...byCode], words: byCode.map(() => []), told: code !== null },
});

/** Points of a hundred over what is told; with little told at all, less than a hundred can be reached. */
function rank(
  map: ChainMap,
  found: Readonly<Record<EvidenceKind, Shares>>,
  { seen, dealer, foreign }: { readonly seen: boolean; readonly dealer: boolean; readonly foreign: boolean },
): RankedNode[] {
  const kinds = ['products', 'name', 'code', 'scope'] as const;
  const told = kinds.filter((kind) => found[kind].told).reduce((total, kind) => total + map.place[kind], 0);
  const all = kinds.reduce((total, kind) => total + map.place[kind], 0);
  const over = Math.max(told, all * 0.6, 1);
  return map.nodes
    .map((node, at): RankedNode => {
      const evidence = kinds
        .map((kind): Evidence => ({ kind, share: found[kind].shares[at] ?? 0, words: found[kind].words[at] ?? [] }))
        .filter(({ share }) => share > 0);
      const points = evidence.reduce((total, { kind, share }) => total + map.place[kind] * Math.min(1, share), 0);
      const factor = node.general && !seen ? (node.sells ? 0.3 : 0.6) : 1;
      // A code that nothing else bears out, of somebody who names another trade, is a code that was put down wrong.
      const alone = foreign && evidence.every(({ kind }) => kind === 'code') ? 0.5 : 1;
      const lean = node.sells && dealer ? 1.15 : 1;
      return { nodeId: node.id, score: Math.min(100, (100 * points * factor * alone * lean) / over), evidence };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function decide(
  map: ChainMap,
  ranked: readonly RankedNode[],
  told: { readonly code: CodeReading; readonly byCode: readonly number[]; readonly dealer: boolean },
): Placement {
  const [first, second] = ranked;
  const inside = first !== undefined && first.score >= map.place.border;
  return {
    nodeId: inside ? first.nodeId : null,
    score: Math.round((first?.score ?? 0) * 10) / 10,
    reason: reasonOf(map, ranked, told),
    secondId: (inside ? second?.nodeId : first?.nodeId) ?? null,
    ranked,
  };
}
