import type { Refusal } from '../../kernel/index.ts';
import { canonicalJson } from './canonical.ts';
import type { Digest } from './chain.ts';
import { keptChanges } from './changes.ts';
import { type Doer, type Happening, nowhere, type Unlinked } from './entry.ts';
import { masked, maskedText } from './mask.ts';

const longestText = 500;

/** What the log keeps of a happening: masked, cut, and only signs that every database stores. */
export function entryOf({ actor, from, sessionRef }: Doer, happening: Happening, digest: Digest): Unlinked {
  const { action, outcome, record, basis, refusals, changes, reason } = happening;
  const { regionId, unitId, chainId } = happening.place ?? nowhere;
  const post = actor?.post ?? null;
  return {
    actorId: actor?.id ?? null,
    actorName: actor === null ? null : plain(actor.name),
    postId: post?.id ?? null,
    postTitle: post?.title ?? null,
    postUnitId: post?.unitId ?? null,
    postUnitName: post?.unitName ?? null,
    roleId: post?.roleId ?? null,
    roleName: post?.roleName ?? null,
    onBehalfId: post?.onBehalfOf?.id ?? null,
    onBehalfName: post?.onBehalfOf?.name ?? null,
    address: plain(from),
    sessionRef,
    action,
    recordKind: record?.kind ?? null,
    recordId: record === null ? null : plain(record.id),
    recordName: record === null ? null : plain(maskedText(record.name)),
    regionId,
    unitId,
    chainId,
    basisPlan: basis?.planId ?? null,
    basisItem: basis?.itemId ?? null,
    outcome,
    refusals: storableJson(canonicalJson(refusals.slice(0, 50).map(kept))),
    changes: storableJson(keptChanges(changes, digest)),
    reason: reason === null ? null : plain(maskedText(reason)),
  };
}

/** A refusal without whole personal data in what was given. */
function kept({ code, field, given, limit }: Refusal): Refusal {
  return {
    code,
    ...(field !== undefined && { field: plain(field) }),
    ...(given !== undefined && { given: shown(field ?? '', given) }),
    ...(limit !== undefined && { limit: typeof limit === 'string' ? plain(limit) : limit }),
  };
}

function shown(field: string, given: string | number | null): string | number | null {
  const value = masked(field, given);
  return typeof value === 'string' ? plain(value) : (value as number | null);
}

/** Text that every database stores: no zero sign, no half of a pair, not without end. */
const plain = (text: string): string =>
  text.replaceAll('\u0000', '\ufffd').toWellFormed().slice(0, longestText).toWellFormed();

/** The same for JSON, in which such signs stand as escapes; an escaped backslash before one is none. */
const storableJson = (text: string): string =>
  text.replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/gu, (found) => (found === '\\\\' ? found : '\ufffd'));
