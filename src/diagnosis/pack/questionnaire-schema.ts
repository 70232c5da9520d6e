import Type, { type Static } from 'typebox';
import { closed, day, id, oneOf, orNull, text, textOrNull } from '../../../platform/pack-loader/fields.ts';
import { minimumFacts } from '../domain/model/index.ts';

/** Points with at most two decimals; checked beside the schema. */
const points = () => Type.Number({ minimum: 0, maximum: 1000 });
const typed = () => Type.String({ pattern: '^-?[0-9]{1,12}(\\.[0-9]{1,4})?$' });

const question = closed({
  id: id(),
  /** Left out: every table of the edition asks it. */
  tables: Type.Array(id(), { default: [], maxItems: 20 }),
  text: text(300),
  help: orNull(text(600)),
  kind: oneOf('one', 'several', 'number', 'scale', 'text'),
  optional: Type.Boolean({ default: false }),
  evidence: Type.Union([Type.Literal('none'), Type.Literal('wanted'), Type.Literal('must')], { default: 'none' }),
  evidenceHint: textOrNull(200),
  shownWhen: textOrNull(400),
  skipped: Type.Union([Type.Literal('zero'), Type.Literal('leave-out')], { default: 'zero' }),
  /** one, several */
  options: Type.Array(
    closed({ id: id(), text: text(200), points: points(), alone: Type.Boolean({ default: false }) }),
    { default: [], maxItems: 30 },
  ),
  mostPoints: orNull(points()),
  /** number */
  unit: textOrNull(20),
  decimals: Type.Integer({ minimum: 0, maximum: 4, default: 0 }),
  least: orNull(typed()),
  most: orNull(typed()),
  bands: Type.Array(closed({ from: typed(), points: points() }), { default: [], maxItems: 20 }),
  /** scale: from 0 to `steps`, what both ends mean, and what the upper brings. */
  steps: orNull(Type.Integer({ minimum: 1, maximum: 10 })),
  leastText: textOrNull(60),
  mostText: textOrNull(60),
  points: orNull(points()),
});

/** Questions with their points, by editions; see docs/packs.md. */
export const questionnaireSchema = closed({
  kind: oneOf('questionnaire'),
  id: id(),
  name: text(80),
  source: text(),
  editions: Type.Array(
    closed({
      id: id(),
      name: text(80),
      /** In force from this day until the next edition. Null: it is known of and not in use. */
      from: orNull(day()),
      source: text(),
      /** Whose words the questions are. */
      wording: oneOf('own', 'official'),
      open: Type.Array(text(400), { default: [], maxItems: 30 }),
      promise: orNull(text(300)),
      minimum: Type.Array(Type.Enum([...minimumFacts]), { default: [] }),
      schemes: Type.Array(id(), { default: [], maxItems: 5 }),
      tables: Type.Array(
        closed({
          id: id(),
          name: text(60),
          /** Beginnings of GB/T 4754 codes; none: whatever no other table takes. */
          industries: Type.Array(Type.String({ pattern: '^[0-9]{2,4}$' }), { default: [], maxItems: 200 }),
        }),
        { default: [], maxItems: 10 },
      ),
      sides: Type.Array(
        closed({
          id: id(),
          name: text(40),
          /** Points of the whole; all sides come to 100. Null: not known. */
          weight: orNull(points()),
          questions: Type.Array(question, { default: [], maxItems: 100 }),
        }),
        { default: [], maxItems: 12 },
      ),
    }),
    { minItems: 1, maxItems: 20 },
  ),
});

/** Levels with borders, rising, by what all sides come to (100). */
export const levelSchemeSchema = closed({
  kind: oneOf('level-scheme'),
  id: id(),
  name: text(80),
  source: text(),
  /** Fact of the dictionary that a checked result is written to. */
  fact: orNull(Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' })),
  /** `local`: no paper prints the borders, whoever runs this sets them. */
  borders: oneOf('published', 'local'),
  open: Type.Array(text(400), { default: [], maxItems: 30 }),
  levels: Type.Array(
    closed({
      level: Type.Integer({ minimum: 1, maximum: 20 }),
      name: text(20),
      meaning: textOrNull(200),
      /** From this many points on. */
      border: Type.Number({ minimum: 0, maximum: 100 }),
    }),
    { minItems: 1, maxItems: 20 },
  ),
});

export type QuestionnaireContent = Static<typeof questionnaireSchema>;
export type EditionContent = QuestionnaireContent['editions'][number];
export type QuestionContent = EditionContent['sides'][number]['questions'][number];
export type LevelSchemeContent = Static<typeof levelSchemeSchema>;
