import type { Refusal } from '../../../kernel/index.ts';
import type { Change, Kind, Organisation } from '../change/model.ts';
import { applied } from '../change/model.ts';
import { checkDelegation } from '../delegation/delegation.ts';
import { settledScope } from '../grant/grant.ts';
import { holdingsOf } from '../grant/holdings.ts';
import { checkAdministrators, checkSeparation } from '../grant/separation.ts';
import { faultsOf, type Hierarchy, type HierarchyFault } from '../hierarchy/index.ts';
import { type Day, shared } from '../life.ts';
import type { Post, Unit } from '../model.ts';
import { checkPlace, nodeHierarchy, refusalOf, regionHierarchy } from './hierarchies.ts';
import { checkChain, checkPerson, checkPost, checkRegion, checkUnit } from './record.ts';

/** Something wrong with one record, or with the whole (`key` is empty). */
export interface RecordFault {
  readonly kind: Kind;
  readonly key: string;
  /** The beginning of the term that is meant, for regions. */
  readonly validFrom?: string | null;
  readonly refusal: Refusal;
}

/**
 * Everything that would be wrong with the organisation after some changes: the changed records themselves, what leans on
 * them, and the separation of duties. What was there before and is not touched is not judged again.
 */
export function checkChanges(before: Organisation, changes: readonly Change[], today: Day): RecordFault[] {
  const after = applied(before, changes);
  const touched = new Set(changes.map(({ kind, key }) => `${kind} ${key}`));
  const regions = regionHierarchy([...after.region.values()]);
  const alone = changes.flatMap((change) => ofRecord(change, before, after, regions, today));
  return [
    ...alone,
    ...ofHierarchy('region', regions, touched),
    ...ofHierarchy('unit', nodeHierarchy([...after.unit.values()]), touched),
    ...ofHierarchy('chain', nodeHierarchy([...after.chain.values()]), touched),
    ...ofNames('unit', after, touched),
    ...ofNames('chain', after, touched),
    ...ofPlaces(after, touched, regions),
    ...ofPosts(after, touched),
    ...ofDuties(before, after, today),
  ];
}

function ofRecord(
  change: Change,
  before: Organisation,
  after: Organisation,
  regions: Hierarchy,
  today: Day,
): RecordFault[] {
  const { kind, key } = change;
  const at = (refusals: readonly Refusal[]): RecordFault[] => refusals.map((refusal) => ({ kind, key, refusal }));
  if (change.after === null) return [];
  switch (change.kind) {
    case 'region':
      return at(checkRegion(change.after));
    case 'unit':
      return at([...checkUnit(change.after), ...checkPlace(change.after, regions)]);
    case 'chain':
      return at([...checkChain(change.after), ...checkPlace(change.after, regions)]);
    case 'person':
      return at(checkPerson(change.after));
    case 'post':
      return at(ofPost(change.after, after));
    case 'delegation': {
      const post = after.post.get(change.after.postId);
      const to = after.person.get(change.after.toPerson);
      if (post === undefined) return at([{ code: 'post-unknown', field: 'post', given: change.after.postId }]);
      if (to === undefined) return at([{ code: 'person-unknown', field: 'toPerson', given: change.after.toPerson }]);
      const begins = before.delegation.get(key) === undefined ? today : null;
      return at(change.after.revokedAt === null ? checkDelegation(change.after, post, to, begins) : []);
    }
    case 'grant':
      return at(ofGrant(change.after, after, regions));
  }
}

function ofPost(post: Post, { unit, person }: Organisation): Refusal[] {
  const [of, by] = [unit.get(post.unitId), person.get(post.personId)];
  if (of === undefined) return [{ code: 'unit-unknown', field: 'unit', given: post.unitId }];
  if (by === undefined) return [{ code: 'person-unknown', field: 'person', given: post.personId }];
  return checkPost(post, of, by);
}

function ofGrant(
  grant: { postId: string; roleId: string; region: string | null; chains: readonly string[]; state: string },
  after: Organisation,
  regions: Hierarchy,
): Refusal[] {
  const role = after.roles.get(grant.roleId);
  if (role === undefined) return [{ code: 'role-unknown', field: 'role', given: grant.roleId }];
  if (grant.state === 'withdrawn') return [];
  const unit = after.unit.get(after.post.get(grant.postId)?.unitId ?? '');
  const unknown = grant.chains.find((chain) => !after.chain.has(chain));
  return [
    ...settledScope(role.scope, grant, unit?.region ?? '').refusals,
    ...(grant.region !== null && !regions.terms.has(grant.region)
      ? [{ code: 'region-unknown', field: 'grantRegion', given: grant.region }]
      : []),
    ...(unknown === undefined ? [] : [{ code: 'chain-unknown', field: 'chains', given: unknown }]),
  ];
}

/** Faults of touched nodes, and of nodes whose parent or successor was touched; those are told at what was touched. */
function ofHierarchy(
  kind: 'region' | 'unit' | 'chain',
  hierarchy: Hierarchy,
  touched: ReadonlySet<string>,
): RecordFault[] {
  if (![...touched].some((each) => each.startsWith(`${kind} `))) return [];
  const isTouched = (node: string | null): boolean => node !== null && touched.has(`${kind} ${node}`);
  return faultsOf(hierarchy).flatMap((fault: HierarchyFault): RecordFault[] => {
    const { node, term } = fault;
    if (isTouched(node)) return [{ kind, key: node, validFrom: term.validFrom, refusal: refusalOf(fault) }];
    const cause = [term.parent, term.successor].find(isTouched) ?? null;
    if (cause === null) return [];
    return [{ kind, key: cause, refusal: { code: 'others-lean-on-it', field: 'validTo', given: node } }];
  });
}

const taken = { unit: 'unit-name-taken', chain: 'chain-name-taken' } as const;

/** Two units, or chains, of one region may not bear one name at one time, nor two units one credit code. */
function ofNames(kind: 'unit' | 'chain', after: Organisation, touched: ReadonlySet<string>): RecordFault[] {
  const records = [...after[kind].values()];
  const fields = [
    ['name', (record: (typeof records)[number]) => `${record.region}/${record.name}`, taken[kind]],
    [
      'creditCode',
      (record: (typeof records)[number]) => (record as Partial<Unit>).creditCode ?? null,
      'credit-code-taken',
    ],
  ] as const;
  return fields.flatMap(([field, of, code]) => {
    const groups = Map.groupBy(records, of);
    return [...groups].flatMap(([group, members]) =>
      group === null || members.length < 2
        ? []
        : members
            .filter((one) => touched.has(`${kind} ${one.id}`))
            .filter((one) => members.some((other) => other.id !== one.id && shared(one, other) !== null))
            .map((one) => ({
              kind,
              key: one.id,
              refusal: { code, field, given: field === 'name' ? one.name : group },
            })),
    );
  });
}

/** Units and chains that were not touched themselves must still have their region. */
function ofPlaces(after: Organisation, touched: ReadonlySet<string>, regions: Hierarchy): RecordFault[] {
  return (['unit', 'chain'] as const).flatMap((kind) =>
    [...after[kind].values()].flatMap((record): RecordFault[] => {
      if (touched.has(`${kind} ${record.id}`) || !touched.has(`region ${record.region}`)) return [];
      if (checkPlace(record, regions).length === 0) return [];
      return [
        {
          kind: 'region',
          key: record.region,
          refusal: { code: 'others-lean-on-it', field: 'code', given: record.name },
        },
      ];
    }),
  );
}

/** Posts that were not touched themselves must still fit their unit and their person. */
function ofPosts(after: Organisation, touched: ReadonlySet<string>): RecordFault[] {
  return [...after.post.values()].flatMap((post): RecordFault[] => {
    if (touched.has(`post ${post.id}`)) return [];
    const kind = touched.has(`unit ${post.unitId}`) ? 'unit' : 'person';
    const key = kind === 'unit' ? post.unitId : post.personId;
    if (!touched.has(`${kind} ${key}`) || ofPost(post, after).length === 0) return [];
    const given = `${after.person.get(post.personId)?.name ?? post.personId} ${post.title}`;
    return [{ kind, key, refusal: { code: 'posts-go-on', field: 'validTo', given } }];
  });
}

function ofDuties(before: Organisation, after: Organisation, today: Day): RecordFault[] {
  const [held, holds] = [holdingsOf(before), holdingsOf(after)];
  const known = new Set(checkSeparation(held, today).map(({ limit }) => limit));
  return [
    ...checkSeparation(holds, today).filter(({ limit }) => !known.has(limit)),
    ...checkAdministrators(held, holds, today),
  ].map((refusal) => ({ kind: 'grant', key: '', refusal }));
}
