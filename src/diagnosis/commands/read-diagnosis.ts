import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { DiagnosisJson, DiagnosisProspectJson } from '../contract.ts';
import { type Form, type Hand, type MinimumFact, questionsOf } from '../domain/index.ts';
import { formFor } from '../pack.ts';
import {
  type Diagnosed,
  diagnosesOf,
  dutiesOf,
  readAnswers,
  readDiagnosisRow,
  readFiles,
  type StoredDiagnosis,
} from '../store.ts';
import { type DiagnosisDeps, today } from './deps.ts';
import { formOf } from './form.ts';
import { rowJson } from './json.ts';
import { mayFill, mayInspect, seenDiagnosed } from './lock.ts';

export async function seenDiagnosis(actor: Actor, id: string, { db }: DiagnosisDeps): Promise<StoredDiagnosis> {
  const row = await readDiagnosisRow(db, actor, id);
  if (row === undefined) throw new RefusalError({ code: 'diagnosis-unknown', field: 'diagnosisId', given: id });
  return row;
}

/** A diagnosis with its questions, and what was answered by either hand. */
export async function readDiagnosis(
  actor: Actor,
  { diagnosisId }: { readonly diagnosisId: string },
  deps: DiagnosisDeps,
): Promise<DiagnosisJson> {
  permit(actor, 'enterprise.read');
  const row = await seenDiagnosis(actor, diagnosisId, deps);
  const { form, changed } = formOf(row, deps);
  const answers = await readAnswers(deps.db, row.id);
  const of = (hand: Hand) =>
    answers
      .filter((answer) => answer.hand === hand)
      .map(({ question_id, value, note, revision, at, by_name }) => ({
        ...{ questionId: question_id, note, revision, at, by: by_name },
        value: value as DiagnosisJson['self'][number]['value'],
      }));
  const doers = [
    row.begun_by_id,
    row.submitted_by_id,
    ...answers.filter(({ hand }) => hand === 'self').map(({ by_id }) => by_id),
  ];
  const files = await readFiles(deps.db, row.id);
  return {
    ...rowJson(row, deps),
    form: formJson(form),
    packChanged: changed,
    ...{ self: of('self'), inspector: of('inspector') },
    files: files.map(({ question_id, by_name, sm3: _sm3, by_id: _by, ...file }) => ({
      ...{ ...file, questionId: question_id, by: by_name },
    })),
    ...{ inspectionNote: row.inspection_note, frozenSm3: row.frozen_sm3, resultSm3: row.result_sm3 },
    may: {
      fill: row.state === 'filling' && mayFill(actor, row),
      inspect: row.state === 'submitted' && mayInspect(actor, row) && !doers.includes(actor.id),
      drop: row.state === 'filling' && mayFill(actor, row),
    },
  };
}

const formJson = (form: Form | null): DiagnosisJson['form'] =>
  form === null
    ? { source: '', isOwnWording: false, open: [], promise: '', sides: [] }
    : ({
        ...{ source: form.source, isOwnWording: form.isOwnWording, open: form.open, promise: form.promise },
        sides: form.sides,
      } as unknown as DiagnosisJson['form']);

/** What the register lacks of what a form wants to know. */
export function missingFacts(row: Diagnosed, minimum: readonly MinimumFact[]): MinimumFact[] {
  const held: Readonly<Record<MinimumFact, unknown>> = {
    ...{ code: row.code, industry: row.industry, scale: row.scale, chain: row.chain_id, founded: row.founded_on },
  };
  return minimum.filter((fact) => held[fact] === null);
}

/** The diagnoses of an enterprise, what it can begin, and the rounds that ask for it. */
export async function readProspect(
  actor: Actor,
  { enterpriseId }: { readonly enterpriseId: string },
  deps: DiagnosisDeps,
): Promise<DiagnosisProspectJson> {
  permit(actor, 'enterprise.read');
  const row = await seenDiagnosed(deps.db, actor, enterpriseId);
  const ids = [...new Set(deps.questionnaires.forms.map(({ questionnaireId }) => questionnaireId))];
  const on = today(deps);
  const forms = ids.flatMap((questionnaireId) => {
    const form = formFor(deps.questionnaires.forms, { questionnaireId, industry: row.industry, on });
    return form === undefined ? [] : [form];
  });
  return {
    enterprise: { id: row.id, name: row.name, unitId: row.unit_id },
    past: (await diagnosesOf(deps.db, row.id)).map((each) => rowJson(each, deps)),
    questionnaires: forms.map((form) => ({
      ...{ id: form.questionnaireId, name: form.questionnaireName, edition: form.editionName, table: form.tableName },
      ...{ questions: questionsOf(form).length, isOwnWording: form.isOwnWording, open: [...form.open] },
      missing: missingFacts(row, form.minimum),
    })),
    empty: deps.questionnaires.editions
      .filter(({ from }) => from === null)
      .map(({ questionnaireName, editionName, source, open }) => ({
        ...{ name: questionnaireName, edition: editionName, source, open: [...open] },
      })),
    duties: (await dutiesOf(deps.db, row.id)).map(({ id, name, due_on }) => ({ campaignId: id, name, dueOn: due_on })),
    may: { fill: mayFill(actor, row), inspect: mayInspect(actor, row) },
  };
}
