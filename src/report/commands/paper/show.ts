import { say } from '../../../../platform/messages/index.ts';
import type { Actor } from '../../../access/index.ts';
import type { BulletinFileJson, BulletinJson } from '../../contract.ts';
import { type Asked, figureText, isOut, mayMove, type Standing } from '../../domain/index.ts';
import {
  readCorrections,
  readFiles,
  readRecipients,
  readSteps,
  readTemplate,
  type StoredBulletin,
  type StoredFile,
  type StoredRecipient,
} from '../../store.ts';
import type { ReportDeps } from '../deps.ts';
import { blocksOf, factsOf, isOwn, numberOf } from './load.ts';

export const standingOf = ({ state, revision, author_ids, faults }: StoredBulletin): Standing => ({
  ...{ state, revision, authors: author_ids, faults },
});

/** A paper as it travels, with what the actor may do with it. */
export async function bulletinJson(actor: Actor, row: StoredBulletin, { db }: ReportDeps): Promise<BulletinJson> {
  const [steps, recipients, files, related, template] = await Promise.all([
    readSteps(db, row.id),
    readRecipients(db, row.id),
    readFiles(db, row.id),
    readCorrections(db, row),
    row.template_id === null ? undefined : readTemplate(db, row.template_id),
  ]);
  const facts = factsOf(row);
  const own = isOwn(actor, row);
  const others = [facts.previous, facts.yearAgo].filter((each) => each !== null);
  const correction = ({ id, title, ...number }: (typeof related)[number]) => ({ id, title, number: numberOf(number) });
  const corrected = related.find(({ id }) => id === row.corrects_id);
  return {
    ...{ id: row.id, revision: row.revision, kind: row.kind, state: row.state, title: row.title },
    ...{ addressee: row.addressee, copies: row.copies, number: numberOf(row), sign: row.sign, issuer: row.issuer },
    place: {
      region: { id: facts.place.regionId, name: facts.place.regionName },
      chain: facts.place.chainId === null ? null : { id: facts.place.chainId, name: facts.place.chainName ?? '' },
    },
    unit: facts.unit,
    ...{ replyBy: row.reply_by, signedOn: row.signed_on, signedBy: row.signed_by, sentAt: row.sent_at },
    archivedAt: row.archived_at,
    cycle: {
      ...{ id: facts.current.cycleId, title: facts.current.title, period: facts.current.snapshot.cycle.period },
      ...{ judgedOn: facts.current.snapshot.judgedOn, frozenAt: facts.current.frozenAt, digest: facts.current.digest },
    },
    factsDigest: row.facts_digest,
    comparedWith: others.map(({ title, digest, snapshot }) => ({ title, period: snapshot.cycle.period, digest })),
    template:
      row.template_id === null || row.template_version === null
        ? null
        : { id: row.template_id, name: template?.name ?? '', version: row.template_version },
    corrects: corrected === undefined ? null : correction(corrected),
    correctedBy: related.filter(({ corrects_id }) => corrects_id === row.id).map(correction),
    blocks: blocksOf(row) as BulletinJson['blocks'],
    figures: row.composed.figures.map((figure) => ({
      ...{ id: figure.id, name: figure.name, value: figure.value, decimals: figure.decimals, unit: figure.unit },
      text: figureText(figure),
    })),
    faults: row.faults,
    ...{ createdBy: row.created_by, createdAt: row.created_at, changedBy: row.changed_by, changedAt: row.changed_at },
    steps: steps.map((step) => ({ ...step })),
    recipients: recipients.map(recipientJson),
    files: files.map((file) => fileJson(file, row)),
    can: mayOf(actor, row, own, recipients),
  };
}

function mayOf(
  actor: Actor,
  row: StoredBulletin,
  own: boolean,
  recipients: readonly StoredRecipient[],
): BulletinJson['can'] {
  const standing = standingOf(row);
  const has = (permission: 'report.write' | 'report.sign' | 'task.report') => actor.permissions.has(permission);
  const writes = own && has('report.write');
  const may = (step: Asked['step']) => mayMove(standing, step, actor.id);
  return {
    ...{ edit: writes && may('edit'), submit: writes && may('submit'), takeBack: writes && may('take-back') },
    ...{ return: own && has('report.sign') && may('return'), sign: own && has('report.sign') && may('sign') },
    ...{ withdraw: writes && may('withdraw'), send: writes && may('send'), archive: writes && may('archive') },
    correct: writes && isOut(row.state),
    answer: has('task.report') && recipients.some((each) => waitsFor(actor, each)),
    compare: has('report.write') && own,
  };
}

/** Whether the answer that a letter asks for is this actor's unit's to give. */
export const waitsFor = ({ post }: Actor, { must_answer, answered_at, unit_id }: StoredRecipient): boolean =>
  must_answer && answered_at === null && post !== null && post.unitId === unit_id;

const recipientJson = (each: StoredRecipient): BulletinJson['recipients'][number] => ({
  ...{ kind: each.kind, id: each.party_id, name: each.name, mustAnswer: each.must_answer },
  answer:
    each.answered_at === null ? null : { at: each.answered_at, by: each.answered_by ?? '', words: each.answer ?? '' },
});

export const fileJson = (file: StoredFile, { revision, state }: StoredBulletin): BulletinFileJson => ({
  ...{ kind: file.kind, state: file.state, current: state === 'archived' || file.revision === revision },
  ...{ stage: file.stage, done: file.done, total: file.total, madeAt: file.made_at },
  refusals: file.refusals.map((refusal) => ({ code: refusal.code, message: say(refusal) })),
  ...{ size: file.size, digest: file.digest },
});
