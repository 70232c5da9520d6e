import type { PartJson } from '../../contract.ts';
import { valueOn } from '../../domain/decompose/adjust.ts';
import { checkSums, type HandedDown, type Held, type SumOptions } from '../../domain/decompose/sums.ts';
import { type HandingDraft, partKey } from '../../domain/handing/draft.ts';
import { levelOf } from '../../domain/handing/nature.ts';
import { scaled } from '../../domain/number/fraction.ts';
import type { Catalogue } from '../../domain/reading/facts.ts';
import { RATE, senseOf } from '../../domain/target/target.ts';
import { type IndicatorDb, readHandedBelow, readNames, readRegionsBelowAll, type StoredTarget } from '../../store.ts';
import { type PastFigures, readPast } from './past.ts';

/** The tree below a target: what was handed down, what is being prepared, and where nothing is. */
export interface TargetTree {
  readonly parts: readonly PartJson[];
  /** The sum right below the target itself; null: nothing lies below it. */
  readonly top: PartJson['sum'];
  readonly past: PastFigures;
}

interface Node {
  readonly key: string;
  readonly parentKey: string | null;
  readonly depth: number;
  readonly regionId: string;
  readonly unitId: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly stored: StoredTarget | null;
  readonly draft: { readonly value: number | null; readonly fixed: boolean } | null;
}

/** Puts the tree together as it stands on a day. */
export async function readTree(
  db: IndicatorDb,
  stored: StoredTarget,
  draft: HandingDraft | undefined,
  catalogue: Catalogue,
  day: string,
): Promise<TargetTree> {
  const { target } = stored;
  const nodes = await nodesOf(db, stored, draft);
  const definition = catalogue.get(target.indicatorId);
  const names = await readNames(
    db,
    nodes.map(({ regionId, unitId }) => ({ regionId, unitId, chainId: '' })),
  );
  const past = await readPast(db, target, catalogue, {
    regions: [...new Set([target.place.regionId, ...nodes.map(({ regionId }) => regionId)])],
    units: [...new Set(nodes.flatMap(({ unitId }) => (unitId === '' ? [] : [unitId])))],
  });
  const own = { regionId: target.place.regionId, unitId: target.place.unitId, enterpriseId: stored.enterpriseId };
  const worth = (node: Node): bigint | null =>
    node.stored !== null
      ? valueOn(node.stored.ledger, latestDay(node.stored, day))
      : node.draft?.value == null
        ? null
        : BigInt(node.draft.value);
  const level = (value: bigint | null, place: typeof own): bigint | null =>
    value === null ? null : levelOf(value, target, past.nature, past.of(place), past.unit);
  const held: Held[] = [
    { id: '', parent: null, level: level(valueOn(stored.ledger, latestDay(stored, day)), own) },
    ...nodes.map((node) => ({ id: node.key, parent: node.parentKey ?? '', level: level(worth(node), node) })),
  ];
  const sense = senseOf(target.op, definition?.direction ?? 'up');
  const overshootOf = new Map([
    ['', draft?.overshoot ?? stored.overshoot],
    ...nodes.map((node) => [node.key, node.stored?.overshoot ?? 0] as const),
  ]);
  const sums = checksOf(held, sense, overshootOf);
  const shown = nodes.filter((node) => isShown(node, nodes));
  return {
    past,
    top: sumAnswer(sums.get('')),
    parts: shown.map((node) => {
      const value = worth(node);
      return {
        ...{ key: node.key, depth: node.depth, parentKey: node.parentKey, targetId: node.stored?.target.id ?? null },
        ...{ regionId: node.regionId, unitId: node.unitId, enterpriseId: node.enterpriseId },
        name: nameOf(node, names),
        last: figure(past.nature === 'ratio' ? null : past.of(node).last),
        ...{ value: figure(value), first: figure(node.stored?.ledger.first.value ?? null) },
        level: figure(past.nature === 'sum' ? value : level(value, node)),
        state: node.stored !== null ? 'issued' : value === null ? 'none' : 'draft',
        fixed: node.draft?.fixed ?? false,
        sum: sumAnswer(sums.get(node.key)),
      };
    }),
  };
}

/** One handed down today is known today already, an adjustment that begins later not yet. */
const latestDay = ({ ledger }: StoredTarget, day: string): string => (day < ledger.first.on ? ledger.first.on : day);

const figure = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** The sum at every place that has others below it, each with its own announced overshoot. */
function checksOf(
  held: readonly Held[],
  sense: SumOptions['sense'],
  overshootOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, HandedDown> {
  const below = Map.groupBy(held, ({ parent }) => parent);
  const checks = held.flatMap((each) => {
    const parts = below.get(each.id) ?? [];
    return checkSums([{ ...each, parent: null }, ...parts], { sense, overshoot: overshootOf.get(each.id) ?? 0 });
  });
  return new Map(checks.map((check) => [check.id, check]));
}

function sumAnswer(check: HandedDown | undefined): PartJson['sum'] {
  if (check === undefined) return null;
  const { state, handed, rest, overshoot, intended } = check;
  const share = overshoot === null ? null : scaled(overshoot, RATE);
  return { state, handed: Number(handed), rest: figure(rest), overshoot: share, intended };
}

const nameOf = (
  { regionId, unitId, enterpriseId, enterpriseName }: Node,
  names: ReadonlyMap<string, string>,
): string =>
  enterpriseId !== ''
    ? enterpriseName || enterpriseId
    : ((unitId === '' ? names.get(`region ${regionId}`) : names.get(`unit ${unitId}`)) ?? (unitId || regionId));

/** Right below the target everything is shown; further down what is without a target only beside what has one. */
const isShown = (node: Node, nodes: readonly Node[]): boolean =>
  node.depth === 1 ||
  node.stored !== null ||
  nodes.some((each) => each.parentKey === node.parentKey && each.stored !== null);

/** The places of the tree from the top, each right behind what it is below. */
async function nodesOf(db: IndicatorDb, stored: StoredTarget, draft: HandingDraft | undefined): Promise<Node[]> {
  const below = await readHandedBelow(db, [stored.target.id]);
  const children = Map.groupBy(below, ({ parentId }) => parentId ?? '');
  const regions = [stored, ...below].filter(isRegion).map(({ target }) => target.place.regionId);
  const regionsBelow = await readRegionsBelowAll(db, [...new Set(regions)]);
  const walk = (from: StoredTarget, parentKey: string | null, depth: number): Node[] => {
    const own = children.get(from.target.id) ?? [];
    const taken = new Set(own.map((each) => partKey(placeOf(each))));
    const prepared = depth === 1 ? (draft?.parts ?? []).filter((part) => !taken.has(partKey(part))) : [];
    for (const part of prepared) taken.add(partKey(part));
    const empty = isRegion(from)
      ? (regionsBelow.get(from.target.place.regionId) ?? [])
          .map((regionId) => ({ regionId, unitId: '', enterpriseId: '', enterpriseName: '' }))
          .filter((place) => !taken.has(partKey(place)))
      : [];
    const nodes: Node[] = [
      ...own.map((each) => ({ ...placeOf(each), stored: each, draft: null })),
      ...prepared.map((part) => ({ ...part, stored: null, draft: { value: part.value, fixed: part.fixed } })),
      ...empty.map((place) => ({ ...place, stored: null, draft: null })),
    ].map((node) => ({
      ...node,
      parentKey,
      depth,
      key: parentKey === null ? partKey(node) : `${parentKey}/${partKey(node)}`,
    }));
    nodes.sort((a, b) => (partKey(a) < partKey(b) ? -1 : 1));
    return nodes.flatMap((node) => [node, ...(node.stored === null ? [] : walk(node.stored, node.key, depth + 1))]);
  };
  return walk(stored, null, 1);
}

const isRegion = ({ target, enterpriseId }: StoredTarget): boolean => target.place.unitId === '' && enterpriseId === '';
const placeOf = ({ target, enterpriseId, enterpriseName }: StoredTarget) => ({
  ...{ regionId: target.place.regionId, unitId: target.place.unitId, enterpriseId, enterpriseName },
});
