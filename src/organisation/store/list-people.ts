import { sql } from 'kysely';
import type { LifeState } from '../contract/fields.ts';
import {
  type Asked,
  amongTicked,
  countOf,
  type Db,
  hasWords,
  inRegions,
  type ListedFields,
  matches,
  orderOf,
  type Page,
} from './lists.ts';

export interface PersonListRow {
  readonly id: string;
  readonly name: string;
  /** Posts held on the day, `单位 岗位`, joined by `；`. */
  readonly posts: string;
  /** Masked, as is the identity number. */
  readonly phone: string | null;
  readonly idNumber: string | null;
  readonly email: string | null;
  readonly note: string;
  readonly validTo: string | null;
  readonly state: LifeState;
}

/** People, by name unless asked otherwise. */
export async function listPeople(db: Db, asked: Asked, day: string): Promise<Page<PersonListRow>> {
  const { query, order, posts, state } = peopleMatching(db, asked, day);
  const rows = await query
    .select([
      'person.id',
      'person.name',
      posts.as('posts'),
      'person.phone_masked as phone',
      'person.id_number_masked as idNumber',
      'person.email',
      'person.note',
      'person.valid_to as validTo',
      state.as('state'),
    ])
    .orderBy(order)
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { rows, ...(await countOf(db, query, asked)) };
}

/** Ids of the rows of an export, in its order. */
export async function personIds(db: Db, asked: Asked, day: string): Promise<string[]> {
  const { query, order } = peopleMatching(db, asked, day);
  const rows = await query.select('person.id').orderBy(order).limit(asked.limit).execute();
  return rows.map(({ id }) => id);
}

function peopleMatching(db: Db, asked: Asked, day: string) {
  const held = sql`p.person_id = person.id and (p.valid_from is null or p.valid_from <= ${day}::date)
    and (p.valid_to is null or p.valid_to > ${day}::date)`;
  const posts = sql<string>`coalesce((select string_agg(u.name || ' ' || p.title, '；' order by p.main desc, u.name, p.title)
    from post p join unit u on u.id = p.unit_id where ${held}), '')`;
  const state = sql<LifeState>`case when person.valid_to <= ${day}::date then 'ended' else 'current' end`;
  const fields: ListedFields = {
    name: { at: sql.ref('person.name') },
    posts: { at: posts },
    region: {
      at: sql`person.id`,
      among: (regions) => sql`exists (select from post p join unit u on u.id = p.unit_id
        where ${held} and ${inRegions(sql`u.region_id`, day)(regions)})`,
    },
    unit: {
      at: sql`person.id`,
      among: (units) => sql`exists (select from post p join unit_closure c on c.descendant = p.unit_id
        where ${held} and c.ancestor = any(${[...units]}::text[]))`,
    },
    validTo: { at: sql.ref('person.valid_to'), nullable: true },
    state: { at: state },
  };
  const query = db
    .selectFrom('person')
    .where(matches({ words: [], filter: asked.filter }, fields, []))
    .where(hasWords(asked.words, [sql.ref('person.name'), posts]))
    .where(amongTicked(sql.ref('person.id'), asked));
  return {
    query,
    posts,
    state,
    order: orderOf(
      asked.sort.length > 0 ? asked.sort : [{ key: 'name', descending: false }],
      fields,
      sql.ref('person.id'),
    ),
  };
}
