import { insideAsSystem } from '../../../platform/db/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { usualLeast } from '../../indicator/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { DiagnosisResultJson } from '../contract.ts';
import {
  type Answers,
  compareAnswers,
  type Form,
  floor,
  heldAgainst,
  type LevelScheme,
  levelOf,
  likeness,
  overlaid,
  pathToNext,
  peerPlace,
  type Raise,
  raisesOf,
  type Score,
  scoreOf,
  sharesOf,
  upliftOf,
  valueWords,
} from '../domain/index.ts';
import { earlierResults, peerRows, providersNear, readAnswers, type StoredDiagnosis } from '../store.ts';
import { type DiagnosisDeps, today } from './deps.ts';
import { answersBy, formOf } from './form.ts';
import { rowJson } from './json.ts';
import { seenDiagnosis } from './read-diagnosis.ts';

const mostRaises = 12;
const mostProviders = 20;

/**
 * What a diagnosis comes to and why: by side and question, the level and how far the next is, what would bring it there, where
 * it differs from what the enterprise said, since the last time, among others. Until it is checked, by the enterprise's own
 * answers. Others are told of only as a group, and of none with fewer than the least.
 */
export async function readResult(
  actor: Actor,
  { diagnosisId }: { readonly diagnosisId: string },
  deps: DiagnosisDeps,
): Promise<DiagnosisResultJson> {
  permit(actor, 'enterprise.read');
  const row = await seenDiagnosis(actor, diagnosisId, deps);
  const { form } = formOf(row, deps);
  if (form === null)
    throw new RefusalError({ code: 'diagnosis-pack-changed', field: 'digest', given: row.questionnaire_id });
  const stored = await readAnswers(deps.db, row.id);
  const self: Answers = row.frozen === null ? answersBy('self', stored) : new Map(Object.entries(row.frozen.answers));
  const isChecked = row.state === 'inspected';
  const inspector = isChecked ? answersBy('inspector', stored) : new Map();
  const answers = overlaid(self, inspector);
  const score = scoreOf(form, answers);
  const { differences, self: own } = compareAnswers(form, self, inspector);
  const notes = new Map(stored.filter(({ hand }) => hand === 'inspector').map((each) => [each.question_id, each.note]));
  const raises = raisesOf(form, answers);
  const facts = form.schemes.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  const providers = await providersNear(deps.db, row.region_id, mostProviders);
  return {
    ...{ diagnosis: rowJson(row, deps), checked: isChecked, total: floor(score.total), source: form.source },
    ...{ isOwnWording: form.isOwnWording, open: [...form.open] },
    sides: sidesJson(score, own),
    standings: form.schemes.map((scheme) => standingJson(form, scheme, score, answers)),
    raises: raises.slice(0, mostRaises).map(raiseJson),
    differences: differences.map(({ question, self: mine, inspector: theirs, change }) => ({
      ...{ id: question.id, text: question.text, self: valueWords(question, mine) },
      ...{ inspector: valueWords(question, theirs), change: floor(change), note: notes.get(question.id) ?? '' },
    })),
    uplift: isChecked ? await upliftJson(row, deps) : null,
    peers: isChecked ? await peersJson(row, deps) : null,
    policies: deps.clausesOver(facts, today(deps)).map((clause) => ({ ...clause })),
    providers: providers.map(({ id, name, services, sides, contact }) => ({ id, name, services, sides, contact })),
  };
}

const sidesJson = (score: Score, own: Score): DiagnosisResultJson['sides'] =>
  score.sides.map(({ side, got, worth, questions }, i) => ({
    ...{ id: side.id, name: side.name, got: floor(got), worth: floor(worth) },
    selfGot: floor(own.sides[i]?.got ?? got),
    questions: questions.map((each) => ({
      ...{ id: each.question.id, text: each.question.text, got: floor(each.got), worth: floor(each.worth) },
      ...{ shown: each.isShown, leftOut: each.isLeftOut, why: each.why },
    })),
  }));

const raiseJson = ({ question, from, to, gain }: Raise): DiagnosisResultJson['raises'][number] => ({
  ...{ id: question.id, text: question.text, from: valueWords(question, from), to: valueWords(question, to) },
  gain: floor(gain),
});

function standingJson(
  form: Form,
  scheme: LevelScheme,
  score: Score,
  answers: Answers,
): DiagnosisResultJson['standings'][number] {
  const { level, next, gap } = levelOf(scheme, score.total);
  const path = pathToNext(form, scheme, answers);
  return {
    ...{
      scheme: { id: scheme.id, name: scheme.name },
      source: scheme.source,
      local: scheme.isLocal,
      fact: scheme.fact,
    },
    ...{ level: level?.level ?? 0, name: level?.name ?? null, meaning: level?.meaning ?? '' },
    levels: scheme.levels.map(({ level: at, name, border }) => ({ level: at, name, border })),
    next:
      next === null || gap === null
        ? null
        : // What is shown adds up: the shown score and the shown gap come to the border.
          { level: next.level, name: next.name, border: next.border, gap: next.border - floor(score.total) },
    path: { steps: path.steps.map(raiseJson), gain: floor(path.gain), reaches: path.reaches },
  };
}

async function upliftJson(row: StoredDiagnosis, { db }: DiagnosisDeps): Promise<DiagnosisResultJson['uplift']> {
  const found = (await earlierResults(db, row)).map((each) => ({ ...each, ...reckoningOf(each) }));
  const before = heldAgainst(found, reckoningOf(row));
  if (before?.score == null || before.sides === null || before.inspected_at === null) return null;
  if (row.score === null || row.sides === null) return null;
  const alike = likeness(before, reckoningOf(row));
  const head = {
    ...{ diagnosisId: before.id, at: before.inspected_at, likeness: alike, beforeLevel: before.level_name },
    beforeForm: [
      before.frozen?.form.editionName ?? before.edition_id,
      before.frozen?.form.tableName ?? before.table_id,
    ],
    beforeScore: before.score,
  };
  if (alike === 'other-edition' || alike === 'other-table') return { ...head, total: null, sides: [] };
  const uplift = upliftOf({ total: before.score, sides: before.sides }, { total: row.score, sides: row.sides });
  return { ...head, total: uplift.total, sides: uplift.sides.map((side) => ({ ...side })) };
}

const reckoningOf = (row: StoredDiagnosis) => ({
  ...{ questionnaireId: row.questionnaire_id, editionId: row.edition_id, tableId: row.table_id, digest: row.digest },
});

async function peersJson(row: StoredDiagnosis, { db }: DiagnosisDeps): Promise<DiagnosisResultJson['peers']> {
  if (row.score === null || row.industry === null) return null;
  const industry = row.industry.slice(0, 2);
  // Others may be out of sight: only how many there are, how many have less and averages over all leave this function.
  const rows = await insideAsSystem(db, () => peerRows(db, row.questionnaire_id, row.table_id, industry));
  const own = {
    enterpriseId: row.enterprise_id,
    industry,
    region: row.region_id.slice(0, 4),
    ...{ scale: row.scale, score: row.score, shares: sharesOf(row.sides ?? []) },
  };
  const all = rows.map(({ id, sides, ...rest }) => ({ enterpriseId: id, ...rest, shares: sharesOf(sides ?? []) }));
  const place = peerPlace(own, all, usualLeast);
  if (place === null) return null;
  const { alike, others, below, shares } = place;
  return { ...{ others, below, alike: [...alike] }, shares: [...shares].map(([id, percent]) => ({ id, percent })) };
}
