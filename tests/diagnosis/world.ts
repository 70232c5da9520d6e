import type { AnswerOf } from '../../platform/http/endpoint.ts';
import { type DiagnosisJson, diagnosisApi } from '../../src/diagnosis/contract.ts';
import { type AnswerValue, completeness, type Form } from '../../src/diagnosis/index.ts';
import { units } from '../access/organisation.ts';
import { company, type EnterpriseWorld, office } from '../enterprise/register/world.ts';

/** A paper that shows something; each another. */
let papers = 0;
export const paper = (): Buffer => {
  papers += 1;
  return Buffer.from(`%PDF-1.4\n% ${papers}\n%%EOF\n`);
};

export interface Own {
  readonly id: string;
  readonly name: string;
}

/** The enterprise whose people are of the unit `own`. */
export const registerOwn = async (world: EnterpriseWorld): Promise<Own> => {
  const { id, name } = await world.register(office, {
    ...{ name: '芦洲云锦织造有限公司', industry: '1713', scale: 'small', unitId: units.own, chainId: 'lj-textile' },
  });
  return { id, name };
};

/** The best or the worst that can be said to every question that is shown. */
export function answersFor(diagnosis: DiagnosisJson, best: boolean): Map<string, AnswerValue> {
  const form = diagnosis.form as unknown as Form;
  const answers = new Map<string, AnswerValue>();
  for (let round = 0; round < 5; round += 1)
    for (const question of completeness(form, answers).missing) {
      if (question.kind === 'one') {
        const sorted = question.options.toSorted((a, b) => a.points - b.points);
        answers.set(question.id, (best ? sorted.at(-1) : sorted[0])?.id ?? '');
      } else if (question.kind === 'several') {
        const alone = question.options.filter((option) => option.alone === !best);
        answers.set(
          question.id,
          (alone.length === 0 ? question.options.slice(0, 1) : alone).map(({ id }) => id),
        );
      } else if (question.kind === 'number') answers.set(question.id, best ? question.most : question.least);
      else if (question.kind === 'scale') answers.set(question.id, best ? question.most : question.least);
    }
  return answers;
}

export const editsOf = (answers: ReadonlyMap<string, AnswerValue>, revision = 0, note = '') =>
  [...answers].map(([questionId, value]) => ({ questionId, value: value as string, note, revision }));

/** Begins one and answers it whole, with the papers that it must have; not handed in. */
export async function fillOne(
  world: EnterpriseWorld,
  enterpriseId: string,
  best: boolean,
  post = company,
): Promise<DiagnosisJson> {
  const begun = await world.ask(post, diagnosisApi.startDiagnosis, {
    params: { enterpriseId },
    body: { questionnaireId: 'sme-index' },
  });
  const params = { diagnosisId: begun.id };
  await world.ask(post, diagnosisApi.saveAnswers, { params, body: { answers: editsOf(answersFor(begun, best)) } });
  if (best)
    await world.send(post, diagnosisApi.addFile, params, {
      name: '系统截图.pdf',
      content: paper(),
      fields: { questionId: 'systems' },
    });
  return world.ask(post, diagnosisApi.readDiagnosis, { params });
}

export const submit = (world: EnterpriseWorld, diagnosisId: string, post = company): Promise<DiagnosisJson> =>
  world.ask(post, diagnosisApi.submitDiagnosis, { params: { diagnosisId }, body: { promise: true } });

export const finish = (
  world: EnterpriseWorld,
  diagnosisId: string,
  post = office,
): Promise<AnswerOf<typeof diagnosisApi.finishInspection>> =>
  world.ask(post, diagnosisApi.finishInspection, { params: { diagnosisId }, body: { note: '' } });
