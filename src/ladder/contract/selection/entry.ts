import { Type } from 'typebox';
import { Count, closed, Day, Instant, Named, nullable, oneOf, Points, RecordId, Revision, Text } from './shape.ts';

/** Applications, those who look at them, what comes out. */

const states = ['applied', 'withdrawn', 'turned-away'] as const;
const verdicts = ['met', 'unmet', 'unknown', 'empty', 'none'] as const;

const FileSchema = Type.Object({ id: RecordId, name: Text, size: Count, at: Instant, by: Text }, closed);

export const EntrySchema = Type.Object(
  {
    ...{
      id: RecordId,
      revision: Revision,
      name: Text,
      code: nullable(Text),
      enterpriseId: RecordId,
      byItself: Type.Boolean(),
    },
    ...{ state: oneOf(states), stateReason: nullable(Text), exception: nullable(Text), statement: Text },
    ...{ verdict: oneOf(verdicts), gaps: Type.Array(Text), missing: Type.Array(Text) },
    ...{ appliedAt: Instant, appliedBy: Text, files: Type.Array(FileSchema) },
    /** 分数在公示以前只有组织遴选的岗位看得到 */
    quantitative: nullable(Points),
    measures: Type.Array(
      Type.Object(
        { id: Text, name: Text, words: Text, from: Text, points: Points, most: Points, isKnown: Type.Boolean() },
        closed,
      ),
    ),
    ...{ chosen: nullable(Type.Boolean()), chosenReason: nullable(Text), titleId: nullable(RecordId) },
    ...{ mayChange: Type.Boolean() },
  },
  closed,
);

const SeatSchema = Type.Object(
  { entryId: RecordId, personId: Text, handed: Type.Boolean(), left: nullable(Text) },
  closed,
);
export const ExpertSchema = Type.Object(
  {
    ...{ personId: Text, name: Text, unit: Text, removed: nullable(Text), seats: Count, handed: Count },
    conflicts: Type.Array(Type.Object({ enterpriseId: RecordId, name: Text, reason: Text }, closed)),
  },
  closed,
);

export const RankedSchema = Type.Object(
  {
    ...{ entryId: RecordId, name: Text, place: Count, total: Points, quantitative: Points, experts: Points },
    items: Type.Array(Type.Object({ id: Text, points: Points }, closed)),
    ...{ chosen: Type.Boolean(), undecided: Type.Boolean(), by: nullable(Text), apart: nullable(Points) },
    ...{ best: Count, worst: Count },
    sheets: Type.Array(
      Type.Object(
        { name: Text, total: Points, points: Type.Array(Points), remark: Text, leftOut: Type.Boolean() },
        closed,
      ),
    ),
  },
  closed,
);
export const RankingSchema = Type.Object(
  {
    ...{ at: Instant, by: Text, sm3: Text, intact: Type.Boolean(), margin: nullable(Points) },
    rows: Type.Array(RankedSchema),
    variations: Type.Array(Type.Object({ words: Text, enter: Type.Array(Text), leave: Type.Array(Text) }, closed)),
  },
  closed,
);

export const ObjectionSchema = Type.Object(
  {
    ...{ id: RecordId, entryId: RecordId, name: Text, raisedOn: Day, raisedBy: Text, words: Text, notedBy: Text },
    ...{ upheld: nullable(Type.Boolean()), answer: nullable(Text), answeredBy: nullable(Text) },
  },
  closed,
);

export const ListedSchema = Type.Object(
  { entryId: RecordId, enterpriseId: RecordId, name: Text, code: nullable(Text), region: Text },
  closed,
);
export const OfficeSchema = Type.Object(
  {
    experts: Type.Array(ExpertSchema),
    seats: Type.Array(SeatSchema),
    ranking: nullable(RankingSchema),
    objections: Type.Array(ObjectionSchema),
    steps: Type.Array(Type.Object({ at: Instant, by: Text, words: Text }, closed)),
  },
  closed,
);

export const SheetSchema = Type.Object(
  {
    ...{ entryId: RecordId, round: Named, name: Text, code: nullable(Text), statement: Text, scoreTo: nullable(Day) },
    ...{ open: Type.Boolean(), handedAt: nullable(Instant), remark: Text },
    files: Type.Array(FileSchema),
    facts: Type.Array(Type.Object({ name: Text, words: Text, from: Text }, closed)),
    items: Type.Array(Type.Object({ id: Text, name: Text, most: Points, points: nullable(Points) }, closed)),
  },
  closed,
);

export const RemovalSchema = Type.Object(
  {
    ...{
      id: RecordId,
      revision: Revision,
      enterprise: Named,
      title: Named,
      state: oneOf(['noticed', 'ended', 'kept'] as const),
    },
    ...{
      reason: Text,
      gaps: Type.Array(Text),
      noticedOn: Day,
      endsOn: Day,
      plea: nullable(Text),
      pleaBy: nullable(Text),
    },
    ...{ keptReason: nullable(Text), by: Text, mayDecide: Type.Boolean(), mayPlead: Type.Boolean() },
  },
  closed,
);
export const ReviewSchema = Type.Object(
  {
    ...{
      enterprise: Named,
      code: nullable(Text),
      region: Text,
      titleId: RecordId,
      givenOn: Day,
      endsOn: nullable(Day),
    },
    ...{ verdict: oneOf(verdicts), gaps: Type.Array(Text), missing: Type.Array(Text) },
    removal: nullable(Type.Object({ id: RecordId, endsOn: Day }, closed)),
  },
  closed,
);

export const ProspectSchema = Type.Object(
  {
    enterprise: Type.Object({ id: RecordId, name: Text }, closed),
    mayApply: Type.Boolean(),
    rounds: Type.Array(
      Type.Object(
        {
          ...{ id: RecordId, name: Text, title: Text, state: Text, applyFrom: Day, applyTo: Day, note: Text },
          ...{
            open: Type.Boolean(),
            standing: Text,
            verdict: oneOf(verdicts),
            gaps: Type.Array(Text),
            missing: Type.Array(Text),
          },
          edition: nullable(Text),
          entry: nullable(EntrySchema),
        },
        closed,
      ),
    ),
    removals: Type.Array(RemovalSchema),
  },
  closed,
);
