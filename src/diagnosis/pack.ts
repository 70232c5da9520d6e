import type { PackKind, PackLibrary, PackName } from '../kernel/index.ts';
import { checkQuestionnaire, checkScheme } from './pack/check.ts';
import { formsOf, type KeptForm } from './pack/compile.ts';
import {
  type LevelSchemeContent,
  levelSchemeSchema,
  type QuestionnaireContent,
  questionnaireSchema,
} from './pack/questionnaire-schema.ts';

export { formFor, type KeptForm } from './pack/compile.ts';
export type { LevelSchemeContent, QuestionnaireContent } from './pack/questionnaire-schema.ts';

/** Levels with their borders; see docs/packs.md. */
export const levelSchemePack: PackKind<LevelSchemeContent> = {
  name: 'level-scheme',
  schema: levelSchemeSchema,
  check: ({ content }) => checkScheme(content),
};
const schemes: PackName<LevelSchemeContent> = levelSchemePack;

/** Questions that an enterprise is diagnosed by; see docs/packs.md. */
export const questionnairePack: PackKind<QuestionnaireContent> = {
  name: 'questionnaire',
  schema: questionnaireSchema,
  check: ({ content }, library) =>
    checkQuestionnaire(content, new Set(library.of(schemes).map(({ content: { id } }) => id))),
};

export const diagnosisPackKinds = [levelSchemePack, questionnairePack] as const;

/** What can be asked for at all: an edition that is known of and empty is told of too. */
export interface EditionKnown {
  readonly questionnaireId: string;
  readonly questionnaireName: string;
  readonly editionId: string;
  readonly editionName: string;
  readonly from: string | null;
  readonly source: string;
  readonly open: readonly string[];
}

export interface Questionnaires {
  readonly forms: readonly KeptForm[];
  readonly editions: readonly EditionKnown[];
}

/** The questionnaires of a library, ready to be asked. */
export const questionnairesOf = (library: PackLibrary): Questionnaires => ({
  forms: formsOf(library.of(questionnairePack), library.of(levelSchemePack)),
  editions: library.of(questionnairePack).flatMap(({ content }) =>
    content.editions.map(({ id, name, from, source, open }) => ({
      ...{
        questionnaireId: content.id,
        questionnaireName: content.name,
        editionId: id,
        editionName: name,
        from,
        source,
        open,
      },
    })),
  ),
});
