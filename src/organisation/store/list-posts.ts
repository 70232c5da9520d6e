import { sql } from 'kysely';
import type { LifeState, ShownGrantState } from '../contract/fields.ts';
import {
  type Asked,
  amongTicked,
  cappedCount,
  type Db,
  hasWords,
  inRegions,
  type ListedFields,
  matches,
  orderOf,
  type Page,
  regionName,
  stateOf,
} from './lists.ts';

export interface PostListRow {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly title: string;
  readonly unitId: string;
  readonly unit: string;
  readonly region: string;
  readonly regionName: string | null;
  readonly main: boolean;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly state: LifeState;
  /** Of what was granted or proposed; null where nothing is, or where it is not for whoever asks to know. */
  readonly roleId: string | null;
  readonly role: string | null;
  readonly grant: ShownGrantState;
  readonly grantRegion: string | null;
  readonly grantRegionName: string | null;
  readonly chains: readonly string[];
  readonly chainNames: readonly string[];
}

/** Posts with what they may do, by person unless asked otherwise. */
export async function listPosts(
  db: Db,
  asked: Asked & { readonly personId?: string | undefined; readonly unitId?: string | undefined },
  day: string,
): Promise<Page<PostListRow>> {
  const { query, order, grant } = postsMatching(db, asked, day);
  const rows = await query
    .select([
      'post.id',
      'post.person_id as personId',
      'person.name as person',
      'post.title',
      'post.unit_id as unitId',
      'unit.name as unit',
      'unit.region_id as region',
      regionName(sql.ref('unit.region_id')).as('regionName'),
      'post.main',
      'post.valid_from as validFrom',
      'post.valid_to as validTo',
      stateOf('post', day).as('state'),
      'post_grant.role_id as roleId',
      'access_role.name as role',
      grant.as('grant'),
      'post_grant.region_id as grantRegion',
      regionName(sql.ref('post_grant.region_id')).as('grantRegionName'),
      sql<string[]>`coalesce(post_grant.chains, '{}')`.as('chains'),
      sql<string[]>`array(select c.name from chain c where c.id = any(post_grant.chains) order by c.name)`.as(
        'chainNames',
      ),
    ])
    .orderBy(order)
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { rows, ...(await cappedCount(db as never, query)) };
}

/** Ids of the rows of an export, in its order. */
export async function postIds(
  db: Db,
  asked: Asked & { readonly personId?: string | undefined; readonly unitId?: string | undefined },
  day: string,
): Promise<string[]> {
  const { query, order } = postsMatching(db, asked, day);
  const rows = await query.select('post.id').orderBy(order).limit(asked.limit).execute();
  return rows.map(({ id }) => id);
}

function postsMatching(
  db: Db,
  asked: Asked & { readonly personId?: string | undefined; readonly unitId?: string | undefined },
  day: string,
) {
  const grant = sql<ShownGrantState>`coalesce(post_grant.state, 'none')`;
  const fields: ListedFields = {
    person: { at: sql.ref('person.name') },
    title: { at: sql.ref('post.title') },
    unit: { at: sql.ref('unit.name') },
    region: { at: sql.ref('unit.region_id'), among: inRegions(sql.ref('unit.region_id'), day) },
    main: { at: sql`case when post.main then 'yes' else 'no' end` },
    role: { at: sql.ref('access_role.name'), nullable: true },
    grant: { at: grant },
    validFrom: { at: sql.ref('post.valid_from'), nullable: true },
    validTo: { at: sql.ref('post.valid_to'), nullable: true },
    state: { at: stateOf('post', day) },
  };
  const query = db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .leftJoin('post_grant', 'post_grant.post_id', 'post.id')
    .leftJoin('access_role', 'access_role.id', 'post_grant.role_id')
    .where(matches({ words: [], filter: asked.filter }, fields, []))
    .where(
      hasWords(asked.words, [
        sql.ref('person.name'),
        sql.ref('post.title'),
        sql.ref('unit.name'),
        sql.ref('access_role.name'),
      ]),
    )
    .$if(asked.personId !== undefined, (q) => q.where('post.person_id', '=', asked.personId!))
    .$if(asked.unitId !== undefined, (q) => q.where('post.unit_id', '=', asked.unitId!))
    .where(amongTicked(sql.ref('post.id'), asked));
  return {
    query,
    grant,
    order: orderOf(
      asked.sort.length > 0 ? asked.sort : [{ key: 'person', descending: false }],
      fields,
      sql.ref('post.id'),
    ),
  };
}
