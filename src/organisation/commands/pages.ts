import { spellingsOf } from '../domain/index.ts';
import * as store from '../store.ts';
import { type OrganisationDeps, today } from './deps.ts';
import { postVersion, shownPersonVersion, shownUnitVersion } from './version.ts';

/** Rows of lists as the contract has them, each with its version. Permission was asked for before. */

export interface OfPosts {
  readonly personId?: string | undefined;
  readonly unitId?: string | undefined;
}

/** A word finds a unit by any of its spellings: 市工信局, 市工业和信息化局. */
export const spellingsIn = (deps: OrganisationDeps) => (word: string) => spellingsOf(word, deps.registers());

export async function unitPage(request: store.Asked, deps: OrganisationDeps) {
  const { rows, ...counted } = await store.listUnits(deps.db, request, today(deps), spellingsIn(deps));
  return {
    ...counted,
    rows: rows.map((row) => ({ ...row, aliases: [...row.aliases], version: shownUnitVersion(row) })),
  };
}

export async function personPage(request: store.Asked, deps: OrganisationDeps) {
  const { rows, ...counted } = await store.listPeople(deps.db, request, today(deps));
  return { ...counted, rows: rows.map((row) => ({ ...row, version: shownPersonVersion(row) })) };
}

export async function postPage(request: store.Asked & OfPosts, deps: OrganisationDeps) {
  const { rows, ...counted } = await store.listPosts(deps.db, request, today(deps));
  const whole = rows.map((row) => ({
    ...row,
    chains: [...row.chains],
    chainNames: [...row.chainNames],
    version: postVersion(row),
  }));
  return { ...counted, rows: whole };
}

/** Asks for just these rows. */
export const theseRows = (ids: readonly string[]): store.Asked => ({
  ...{ words: [], filter: {}, sort: [], limit: ids.length, offset: 0, ids },
});
