import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Reach, withinReach } from '../../access/index.ts';

type Condition = RawBuilder<SqlBool>;

/** Beyond so many places one walk over all plans is quicker than a walk over each place. */
const mostWalks = 4;

const at = (column: string) => sql.ref(`plan_listing.${column}`);
const whole = sql<SqlBool>`${at('face')} = 'whole'`;
const published = sql<SqlBool>`${at('face')} = 'published'`;
const all = (...conditions: readonly Condition[]): Condition => sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

/**
 * The ways in which somebody sees plans, as conditions of which no two hold of the same row: whole what is in reach, else
 * what is published for one's region. A way through one place says so as an index has it that goes on with the order: who
 * sees one county of twenty does not have the other nineteen looked at.
 */
export function waysOf(reach: Reach): readonly Condition[] {
  if (reach.everything) return [whole];
  const within = withinReach(reach, 'plan_listing');
  const inSight = [...reach.above].filter((region) => !reach.regions.has(region));
  const ways = [
    ...placesOf(reach, within).map((place) => all(whole, place)),
    ...walks('region_id', inSight).map((place) => all(published, place, sql<SqlBool>`(${within}) is not true`)),
  ];
  return ways.length === 0 ? [sql<SqlBool>`false`] : ways;
}

/** All that is in reach, place by place. */
function placesOf({ regions, units, chains, unitChains }: Reach, within: Condition): readonly Condition[] {
  const kinds = [regions, units, chains, unitChains].filter((each) => each.size > 0);
  // A post has one grant, so one kind of reach. Were it otherwise, a plan might be come by twice.
  if (kinds.length > 1) return [within];
  return [
    ...walks('region_id', [...regions]),
    ...walks('unit_id', [...units]),
    ...walks('chain_id', firstOf(chains)).map((place) => all(place, within)),
    ...walks('unit_id', firstOf(unitChains)).map((place) => all(place, within)),
  ];
}

/** One walk through each of few places, one through many together, none through none. */
function walks(column: string, places: readonly string[]): readonly Condition[] {
  if (places.length > mostWalks) return [sql<SqlBool>`${at(column)} = any (${[...places]}::text[])`];
  return places.map((place) => sql<SqlBool>`${at(column)} = ${place}`);
}

/** The places that all lies in which somebody may see, as plans are looked up by them; null for many. */
export function placesSeen({ everything, regions, units, chains, unitChains, above }: Reach): readonly string[] | null {
  const places = new Set([
    ...[...regions, ...above].map((region) => `region ${region}`),
    ...[...units, ...firstOf(unitChains)].map((unit) => `unit ${unit}`),
    ...firstOf(chains).map((chain) => `chain ${chain}`),
  ]);
  return everything || places.size > 2 * mostWalks ? null : [...places];
}

const firstOf = (pairs: ReadonlySet<string>): string[] => [
  ...new Set([...pairs].map((pair) => pair.split('@', 1).join())),
];
