import { asSystem } from '../../../../platform/db/index.ts';
import { findDoubles, type Likened, likelyScore, likenessOf, Places, prepared } from '../../domain/double/index.ts';
import { queryOf } from '../../domain/search/index.ts';
import {
  type Candidate,
  candidatesFor,
  comparedRows,
  idsOfImport,
  importNames,
  insertPair,
  namesakes,
  putCompared,
} from '../../store.ts';
import type { EnterpriseDeps } from '../deps.ts';

/** Whoever is new is compared with so many at most. */
const mostCandidates = 60;
/** Of a longer list namesakes are looked for at once, and the others little by little (`rounds.ts`). */
const mostCompared = 5000;
const mostNamesakes = 20_000;

type FindDeps = Pick<EnterpriseDeps, 'db' | 'clock' | 'newId'>;

const likenedOf = (row: Candidate): Likened => ({ ...row, code: row.code ?? '', phone: '' });

/** Writes down which enterprises may be one with some that are new or have changed; gives how many pairs are new. */
export async function findPairs(ids: readonly string[], deps: FindDeps): Promise<number> {
  return asSystem(async () => {
    let found = 0;
    const places = await knownRegions(deps);
    for (const row of await comparedRows(deps.db, ids)) {
      places.learn(row.address);
      const { name } = prepared(likenedOf(row), places);
      const query = queryFor(name.body, name.brand, row.legalRepresentative);
      const others = await candidatesFor(deps.db, row, query, mostCandidates);
      for (const each of others) places.learn(each.address);
      // Read again: their addresses may have told of places that its name speaks of.
      const own = prepared(likenedOf(row), places);
      for (const each of others) {
        const likeness = likenessOf(own, prepared(likenedOf(each), places), places);
        if (likeness.score < likelyScore) continue;
        const pair = { id: deps.newId(), one: row.id, two: each.id, likeness, at: deps.clock.now() };
        if (await insertPair(deps.db, pair)) found += 1;
      }
    }
    return found;
  });
}

/** Places of the register of regions; what lies where is learned from addresses. */
async function knownRegions({ db }: FindDeps): Promise<Places> {
  const places = new Places();
  for (const name of (await importNames(db, 'region')).keys())
    if (/^\p{Script=Han}+$/u.test(name)) places.add(name, name.endsWith('省') ? 1 : name.endsWith('市') ? 2 : 3, []);
  return places;
}

/** The same for all that an import brought; of a long one what bears the name of another, and the rest afterwards. */
export async function findPairsOfImport(importId: string, deps: FindDeps): Promise<number> {
  const ids = await asSystem(() => idsOfImport(deps.db, importId, mostCompared + 1));
  if (ids.length <= mostCompared) return findPairs(ids, deps);
  return asSystem(async () => {
    await putCompared(deps.db, importId, '');
    let found = 0;
    const pairs = await namesakes(deps.db, importId, mostNamesakes);
    for (let at = 0; at < pairs.length; at += 500) {
      const part = pairs.slice(at, at + 500);
      const rows = new Map((await comparedRows(deps.db, [...new Set(part.flat())])).map((row) => [row.id, row]));
      for (const [one, two] of part) {
        const [a, b] = [rows.get(one), rows.get(two)];
        if (a === undefined || b === undefined) continue;
        const places = new Places();
        places.learn(a.address);
        places.learn(b.address);
        for (const { likeness } of findDoubles(
          [prepared(likenedOf(a), places), prepared(likenedOf(b), places)],
          places,
        ))
          if (await insertPair(deps.db, { id: deps.newId(), one, two, likeness, at: deps.clock.now() })) found += 1;
      }
    }
    return found;
  });
}

/** Three neighbouring signs of the name, its own name alone where that is long enough, or the person with the trade. */
function queryFor(body: string, brand: number, person: string): string | null {
  const words: string[] = [];
  for (let at = 0; at + 3 <= body.length && at < 8; at++) words.push(body.slice(at, at + 3));
  if (body.length < 3 || brand >= 2) words.push(body.slice(0, Math.max(2, brand)));
  const alone = words.flatMap((word) => queryOf(word) ?? []);
  const [ofPerson, ofTrade] = [queryOf(person), queryOf(body.slice(-2))];
  const both = ofPerson !== null && ofTrade !== null ? [`(${ofPerson}) & (${ofTrade})`] : [];
  const all = [...alone.map((each) => `(${each})`), ...both];
  return all.length === 0 ? null : all.join(' | ');
}
