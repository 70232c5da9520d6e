import { sql } from 'kysely';
import type { LifeState } from '../contract/fields.ts';
import type { UnitKind } from '../domain/index.ts';
import {
  type Asked,
  amongTicked,
  cappedCount,
  countOf,
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

export interface UnitListRow {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly region: string;
  readonly regionName: string | null;
  readonly parent: string | null;
  readonly parentName: string | null;
  readonly aliases: readonly string[];
  readonly creditCode: string | null;
  /** Masked. */
  readonly bankAccount: string | null;
  readonly successor: string | null;
  readonly note: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly state: LifeState;
}

const aliases = (alias: string) => sql`array_to_string(${sql.ref(`${alias}.aliases`)}, '、')`;

/** Units, by name unless asked otherwise. `spellings` gives the other ways in which a word may be written. */
export async function listUnits(
  db: Db,
  asked: Asked,
  day: string,
  spellings: (word: string) => readonly string[],
): Promise<Page<UnitListRow>> {
  const { query, order } = unitsMatching(db, asked, day, spellings);
  const rows = await query
    .select([
      'unit.id',
      'unit.name',
      'unit.kind',
      'unit.region_id as region',
      regionName(sql.ref('unit.region_id')).as('regionName'),
      'unit.parent',
      'above.name as parentName',
      'unit.aliases',
      'unit.credit_code as creditCode',
      'unit.bank_account_masked as bankAccount',
      'unit.successor',
      'unit.note',
      'unit.valid_from as validFrom',
      'unit.valid_to as validTo',
      stateOf('unit', day).as('state'),
    ])
    .orderBy(order)
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { rows, ...(await countOf(db, query, asked)) };
}

/** Ids of the rows of an export, in its order. */
export async function unitIds(
  db: Db,
  asked: Asked,
  day: string,
  spellings: (word: string) => readonly string[],
): Promise<string[]> {
  const { query, order } = unitsMatching(db, asked, day, spellings);
  const rows = await query.select('unit.id').orderBy(order).limit(asked.limit).execute();
  return rows.map(({ id }) => id);
}

function unitsMatching(db: Db, asked: Asked, day: string, spellings: (word: string) => readonly string[]) {
  const fields: ListedFields = {
    name: { at: sql.ref('unit.name') },
    kind: { at: sql.ref('unit.kind') },
    region: { at: sql.ref('unit.region_id'), among: inRegions(sql.ref('unit.region_id'), day) },
    parent: { at: sql.ref('above.name'), nullable: true },
    aliases: { at: aliases('unit') },
    creditCode: { at: sql.ref('unit.credit_code'), nullable: true },
    validFrom: { at: sql.ref('unit.valid_from'), nullable: true },
    validTo: { at: sql.ref('unit.valid_to'), nullable: true },
    state: { at: stateOf('unit', day) },
  };
  const query = db
    .selectFrom('unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent')
    .where(matches({ words: [], filter: asked.filter }, fields, []))
    .where(hasWords(asked.words, [sql.ref('unit.name'), aliases('unit'), sql.ref('unit.credit_code')], spellings))
    .where(amongTicked(sql.ref('unit.id'), asked));
  return {
    query,
    order: orderOf(
      asked.sort.length > 0 ? asked.sort : [{ key: 'name', descending: false }],
      fields,
      sql.ref('unit.id'),
    ),
  };
}

export interface ChainListRow extends Omit<UnitListRow, 'kind' | 'creditCode' | 'bankAccount' | 'successor' | 'note'> {}

/** Chains, by region and name unless asked otherwise. */
export async function listChains(db: Db, asked: Asked, day: string): Promise<Page<ChainListRow>> {
  const fields: ListedFields = {
    name: { at: sql.ref('chain.name') },
    region: { at: sql.ref('chain.region_id'), among: inRegions(sql.ref('chain.region_id'), day) },
    parent: { at: sql.ref('above.name'), nullable: true },
    aliases: { at: aliases('chain') },
    validFrom: { at: sql.ref('chain.valid_from'), nullable: true },
    validTo: { at: sql.ref('chain.valid_to'), nullable: true },
    state: { at: stateOf('chain', day) },
  };
  const query = db
    .selectFrom('chain')
    .leftJoin('chain as above', 'above.id', 'chain.parent')
    .where(matches({ words: [], filter: asked.filter }, fields, []))
    .where(hasWords(asked.words, [sql.ref('chain.name'), aliases('chain')]))
    .where(amongTicked(sql.ref('chain.id'), asked));
  const rows = await query
    .select([
      'chain.id',
      'chain.name',
      'chain.region_id as region',
      regionName(sql.ref('chain.region_id')).as('regionName'),
      'chain.parent',
      'above.name as parentName',
      'chain.aliases',
      'chain.valid_from as validFrom',
      'chain.valid_to as validTo',
      stateOf('chain', day).as('state'),
    ])
    .orderBy(
      orderOf(asked.sort.length > 0 ? asked.sort : [{ key: 'name', descending: false }], fields, sql.ref('chain.id')),
    )
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { rows, ...(await cappedCount(db as never, query)) };
}
