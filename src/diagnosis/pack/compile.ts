import type { LoadedPack } from '../../kernel/index.ts';
import { type Form, type LevelScheme, parseFormula, type Question } from '../domain/index.ts';
import type {
  EditionContent,
  LevelSchemeContent,
  QuestionContent,
  QuestionnaireContent,
} from './questionnaire-schema.ts';

/** Points as whole hundredths. */
export const hundredths = (points: number): number => Math.round(points * 100);
export const usualPromise = '本企业承诺：所填内容真实，并对真实性负责。';

export const schemeOf = ({ content }: LoadedPack<LevelSchemeContent>): LevelScheme => ({
  ...{ id: content.id, name: content.name, source: content.source, fact: content.fact },
  isLocal: content.borders === 'local',
  levels: content.levels.map(({ level, name, meaning, border }) => ({
    ...{ level, name, meaning: meaning ?? '', border: hundredths(border) },
  })),
});

/** A form with the pack that it stands in, so that what was answered can be replayed. */
export interface KeptForm extends Form {
  /** Content hash of the questionnaire and of the schemes that it is judged by. */
  readonly digest: string;
  readonly industries: readonly string[];
}

/** Every table of every edition that has questions. The packs must have passed their checks. */
export function formsOf(
  packs: readonly LoadedPack<QuestionnaireContent>[],
  schemes: readonly LoadedPack<LevelSchemeContent>[],
): KeptForm[] {
  return packs.flatMap(({ content, hash }) =>
    content.editions.flatMap((edition) => {
      const judged = schemes.filter(({ content: { id } }) => edition.schemes.includes(id));
      const digest = [hash, ...judged.map((scheme) => scheme.hash)].join(' ');
      return edition.from === null
        ? []
        : edition.tables.map(
            (table): KeptForm => ({
              ...headOf(content, edition),
              ...{ digest, industries: table.industries, tableId: table.id, tableName: table.name },
              schemes: edition.schemes.flatMap((id) =>
                judged.filter((scheme) => scheme.content.id === id).map(schemeOf),
              ),
              sides: edition.sides.map(({ id, name, weight, questions }) => ({
                ...{ id, name, weight: hundredths(weight ?? 0) },
                questions: questions
                  .filter(({ tables }) => tables.length === 0 || tables.includes(table.id))
                  .map(questionOf),
              })),
            }),
          );
    }),
  );
}

const headOf = (content: QuestionnaireContent, edition: EditionContent) => ({
  ...{ questionnaireId: content.id, questionnaireName: content.name, editionId: edition.id, editionName: edition.name },
  ...{ from: edition.from ?? '', source: edition.source, isOwnWording: edition.wording === 'own', open: edition.open },
  ...{ promise: edition.promise ?? usualPromise, minimum: edition.minimum },
});

function questionOf(asked: QuestionContent): Question {
  const { id, text, help, optional, evidence, evidenceHint, shownWhen, skipped } = asked;
  const formula = shownWhen === null ? null : parseFormula(shownWhen);
  const head = {
    ...{ id, text, help: help ?? '', optional, evidence, evidenceHint: evidenceHint ?? '', skipped },
    shownWhen: formula?.ok === true ? formula.value : null,
  };
  const options = asked.options.map((option) => ({ ...option, points: hundredths(option.points) }));
  switch (asked.kind) {
    case 'one':
      return { ...head, kind: 'one', options };
    case 'several': {
      const sum = options.reduce((total, { points }) => total + points, 0);
      return {
        ...head,
        kind: 'several',
        options,
        mostPoints: asked.mostPoints === null ? sum : hundredths(asked.mostPoints),
      };
    }
    case 'number': {
      const { unit, decimals, least, most } = asked;
      const bands = asked.bands.map(({ from, points }) => ({ from, points: hundredths(points) }));
      return { ...head, kind: 'number', unit: unit ?? '', decimals, least: least ?? '0', most: most ?? '0', bands };
    }
    case 'scale': {
      const { leastText, mostText } = asked;
      const ends = { leastText: leastText ?? '', mostText: mostText ?? '' };
      return {
        ...head,
        kind: 'scale',
        least: 0,
        most: asked.steps ?? 1,
        ...ends,
        points: hundredths(asked.points ?? 0),
      };
    }
    case 'text':
      return { ...head, kind: 'text', longest: 2000 };
  }
}

/** The form of an industry on a day: the newest edition in force, of it the table whose code begins it longest. */
export function formFor(
  forms: readonly KeptForm[],
  {
    questionnaireId,
    industry,
    on,
  }: { readonly questionnaireId: string; readonly industry: string | null; readonly on: string },
): KeptForm | undefined {
  const inForce = forms.filter((form) => form.questionnaireId === questionnaireId && form.from <= on);
  const newest = inForce.reduce((last, { from }) => (from > last ? from : last), '');
  const fits = (codes: readonly string[]): number =>
    industry === null
      ? 0
      : Math.max(0, ...codes.filter((code) => industry.startsWith(code)).map(({ length }) => length));
  return inForce
    .filter(({ from, industries }) => from === newest && (industries.length === 0 || fits(industries) > 0))
    .toSorted((a, b) => fits(b.industries) - fits(a.industries))[0];
}
