import { readPackFiles } from '../../../platform/pack-loader/files.ts';
import { skimPackLibrary } from '../../../platform/pack-loader/library.ts';
import { diagnosisPackKinds, type KeptForm, questionnairesOf } from '../../../src/diagnosis/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { packsFolder } from '../../packs-folder.ts';
import type { DiagnosisOptions } from '../commands/diagnosis.ts';
import { dayOf } from '../policy/library.ts';

export const usualQuestionnaire = 'sme-index';

/** The tables of the edition in force that were asked for. Refuses a questionnaire and a table that there are not. */
export function formsAsked({ packs, questionnaire = usualQuestionnaire, table, on }: DiagnosisOptions): {
  readonly forms: readonly KeptForm[];
  readonly on: string;
} {
  const day = dayOf(on);
  const { forms } = questionnairesOf(skimPackLibrary(readPackFiles(packs ?? packsFolder), [...diagnosisPackKinds]));
  const of = forms.filter(({ questionnaireId }) => questionnaireId === questionnaire);
  const unknown = (field: string, given: string, known: readonly string[]) =>
    new RefusalError({ code: 'option-value-unknown', field, given, limit: [...new Set(known)].join('、') });
  if (of.length === 0)
    throw unknown(
      '--questionnaire',
      questionnaire,
      forms.map(({ questionnaireId }) => questionnaireId),
    );
  const inForce = of.filter(({ from }) => from <= day);
  const newest = inForce.reduce((last, { from }) => (from > last ? from : last), '');
  const edition = inForce.filter(({ from }) => from === newest);
  if (edition.length === 0)
    throw unknown(
      '--on',
      day,
      of.map(({ from }) => from),
    );
  const chosen = table === undefined ? edition : edition.filter((form) => isTable(form, table));
  if (chosen.length === 0 && table !== undefined)
    throw unknown(
      '--table',
      table,
      edition.map(({ tableId }) => tableId),
    );
  return { forms: chosen, on: day };
}

export const isTable = ({ tableId, tableName }: KeptForm, given: string): boolean =>
  tableId === given || tableName === given;
