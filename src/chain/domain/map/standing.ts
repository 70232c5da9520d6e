import type { ChainMap, MapNode, StandingNorms } from './model.ts';

/** What is counted of the enterprises of a node. Output in 万元. */
export interface NodeFigures {
  readonly enterprises: number;
  readonly confirmed: number;
  readonly aboveScale: number;
  readonly titled: number;
  /** Enterprises whose output is known. */
  readonly reported: number;
  readonly output: number | null;
  readonly employees: number | null;
}

export const noFigures: NodeFigures = {
  ...{ enterprises: 0, confirmed: 0, aboveScale: 0, titled: 0, reported: 0, output: null, employees: null },
};

export type StandingState = 'strong' | 'fair' | 'weak' | 'missing' | 'unknown';

export interface NodeStanding extends NodeFigures {
  readonly state: StandingState;
  readonly reason: string;
  /** What the nodes after it need of it, in 万元; null where nothing of them is known. */
  readonly need: number | null;
  /** Share of the need that the output here could meet, at most 1; null where either is unknown. */
  readonly localRate: number | null;
}

/** How each node stands, by its figures and those of the nodes that it serves. */
export function standingsOf(
  map: ChainMap,
  figures: ReadonlyMap<string, NodeFigures>,
): ReadonlyMap<string, NodeStanding> {
  const of = (id: string) => figures.get(id) ?? noFigures;
  // Where nobody has been placed yet, nothing is missing: nobody has looked.
  const looked = map.nodes.some(({ id }) => of(id).enterprises > 0);
  return new Map(
    map.nodes.map((node) => {
      const own = of(node.id);
      if (!looked) return [node.id, { ...own, need: null, localRate: null, ...notLooked }];
      const need = needOf(map, node, of);
      const localRate = rateOf(own, need);
      const last = !map.links.some(({ from }) => from === node.id);
      const { state, reason } = judge(map.standing, own, { need, rate: localRate, last });
      return [node.id, { ...own, need, localRate, state, reason }];
    }),
  );
}

const notLooked = { state: 'unknown', reason: '不能断定：还没有把企业放进环节。' } as const;

/** Output of the nodes after it, times what each of them buys of it. */
function needOf(map: ChainMap, { id }: MapNode, of: (id: string) => NodeFigures): number | null {
  const after = map.links.filter(({ from, need }) => from === id && need > 0);
  const known = after.flatMap(({ to, need }) => {
    const { output } = of(to);
    return output === null ? [] : [output * need];
  });
  return known.length === 0 ? null : round(known.reduce((sum, each) => sum + each, 0));
}

function rateOf({ enterprises, output }: NodeFigures, need: number | null): number | null {
  if (need === null || need === 0) return null;
  if (enterprises === 0) return 0;
  return output === null ? null : Math.round(Math.min(1, output / need) * 1000) / 1000;
}

/** The stated rule: by number first, then by the share of what is needed that is made here. */
function judge(
  norms: StandingNorms,
  { enterprises, reported, output }: NodeFigures,
  { need, rate, last }: { readonly need: number | null; readonly rate: number | null; readonly last: boolean },
): { readonly state: StandingState; readonly reason: string } {
  if (enterprises < norms.missingBelow)
    return {
      state: 'missing',
      reason: `断点：本地${enterprises === 0 ? '没有企业' : `只有 ${enterprises} 户`}${need === null ? '' : `，下游一年约需 ${wan(need)}`}。`,
    };
  const supply =
    rate === null || need === null || output === null
      ? ''
      : `，有产值数的 ${reported} 户共 ${wan(output)}，下游约需 ${wan(need)}，本地供给率约 ${percent(rate)}`;
  if (enterprises < norms.weakBelow)
    return { state: 'weak', reason: `弱：本地只有 ${enterprises} 户，不到 ${norms.weakBelow} 户${supply}。` };
  if (rate !== null && rate < norms.weakRate)
    return { state: 'weak', reason: `弱（堵点）：${enterprises} 户${supply}，低于 ${percent(norms.weakRate)}。` };
  if (last) return { state: 'fair', reason: `一般：${enterprises} 户；后面没有环节，不算供给率。` };
  if (rate === null)
    return {
      state: 'unknown',
      reason: `不能断定：${enterprises} 户，${need === null ? '下游' : '本环节'}没有产值数。`,
    };
  if (rate >= norms.strongRate && enterprises >= norms.strongFrom)
    return { state: 'strong', reason: `强：${enterprises} 户${supply}，达到 ${percent(norms.strongRate)}。` };
  return { state: 'fair', reason: `一般：${enterprises} 户${supply}。` };
}

/** The rule in sentences, with its parameters, for the foot of the map. */
export const rulesOf = ({ standing }: ChainMap): string[] => [
  `断点：在业企业不到 ${standing.missingBelow} 户。一户都还没有放进环节的，不能断定。`,
  `弱：在业企业不到 ${standing.weakBelow} 户，或本地供给率低于 ${percent(standing.weakRate)}（堵点）。`,
  `强：在业企业不少于 ${standing.strongFrom} 户，且本地供给率不低于 ${percent(standing.strongRate)}。其余为一般；没有产值数的不能断定。`,
  '本地供给率是推算的：本环节产值 ÷ 下游各环节产值乘以连线比重之和，最多记 100%；没有扣除卖到外地的，只用来看有没有缺口。',
  '产值取上一年：有产值用产值，没有的用营业收入；没有报数的企业不计入。',
];

const round = (value: number): number => Math.round(value * 100) / 100;
const percent = (rate: number): string => `${Math.round(rate * 1000) / 10}%`;
const wan = (value: number): string =>
  value >= 10_000 ? `${Math.round(value / 1000) / 10} 亿元` : `${Math.round(value)} 万元`;
