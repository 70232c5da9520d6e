import type { Day } from '../../../kernel/index.ts';
import type { Formula } from '../formula/model.ts';

/**
 * A questionnaire as one kind of enterprise fills it in: one table of one edition. Points are whole hundredths; `weight` is
 * what a side can bring to the whole, in hundredths too.
 */
export interface Form {
  readonly questionnaireId: string;
  readonly questionnaireName: string;
  readonly editionId: string;
  readonly editionName: string;
  /** Edition in force from this day on. */
  readonly from: Day;
  readonly source: string;
  readonly tableId: string;
  readonly tableName: string;
  /** The questions are our own words; the paper that names sides and borders does not print them. */
  readonly isOwnWording: boolean;
  /** What is not certain, for whoever uses it. */
  readonly open: readonly string[];
  /** What whoever hands it in promises. */
  readonly promise: string;
  /** What the register must know before it begins. */
  readonly minimum: readonly MinimumFact[];
  readonly schemes: readonly LevelScheme[];
  readonly sides: readonly Side[];
}

export const minimumFacts = ['code', 'industry', 'scale', 'chain', 'founded'] as const;
export type MinimumFact = (typeof minimumFacts)[number];
export const minimumFactNames: Readonly<Record<MinimumFact, string>> = {
  code: '统一社会信用代码',
  industry: '所属行业',
  scale: '企业规模',
  chain: '所属产业链',
  founded: '成立日期',
};

export interface Side {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly questions: readonly Question[];
}

interface Asked {
  readonly id: string;
  readonly text: string;
  readonly help: string;
  /** May be left out when it is handed in. */
  readonly optional: boolean;
  /** `wanted`: asked for; `must`: an answer that brings points cannot be handed in without a paper. */
  readonly evidence: 'none' | 'wanted' | 'must';
  readonly evidenceHint: string;
  /** Null: always shown. */
  readonly shownWhen: Formula | null;
  /** Not shown: it brings nothing (`zero`), or what it could have brought goes to its neighbours (`leave-out`). */
  readonly skipped: 'zero' | 'leave-out';
}

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly points: number;
  /** Of several: it stands alone, like “none of these”. */
  readonly alone: boolean;
}
export interface Band {
  /** As it is typed: `12.5`. */
  readonly from: string;
  readonly points: number;
}

export type Question = Asked &
  (
    | { readonly kind: 'one'; readonly options: readonly Option[] }
    | { readonly kind: 'several'; readonly options: readonly Option[]; readonly mostPoints: number }
    | {
        readonly kind: 'number';
        readonly unit: string;
        readonly decimals: number;
        readonly least: string;
        readonly most: string;
        readonly bands: readonly Band[];
      }
    | {
        readonly kind: 'scale';
        readonly least: number;
        readonly most: number;
        readonly leastText: string;
        readonly mostText: string;
        readonly points: number;
      }
    | { readonly kind: 'text'; readonly longest: number }
  );
export type QuestionKind = Question['kind'];

/** Levels by what the whole comes to; borders in hundredths, rising. */
export interface LevelScheme {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** Fact of the dictionary that a checked result is written to; null: none. */
  readonly fact: string | null;
  /** Borders are a setting of whoever runs this, no paper prints them. */
  readonly isLocal: boolean;
  readonly levels: readonly Level[];
}
export interface Level {
  readonly level: number;
  readonly name: string;
  readonly meaning: string;
  readonly border: number;
}

export const questionsOf = (form: Pick<Form, 'sides'>): readonly Question[] =>
  form.sides.flatMap(({ questions }) => questions);
