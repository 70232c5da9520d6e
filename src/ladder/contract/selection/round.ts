import { Type } from 'typebox';
import { roundStates } from '../../domain/selection/model.ts';
import {
  Count,
  closed,
  Day,
  GivenPoints,
  Id,
  Instant,
  Named,
  nullable,
  oneOf,
  Points,
  RecordId,
  Revision,
  Text,
} from './shape.ts';

/** A round: what it is for, how points come about, how far it is. */

const Scaled = Type.Integer({ minimum: -9e15, maximum: 9e15, description: '万分之一的单位；占比是万分之一的百分点' });
export const MeasureSchema = Type.Object(
  {
    ...{ fact: Id, per: nullable(Id), name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }) },
    ...{ zero: Scaled, full: Scaled, most: GivenPoints },
  },
  closed,
);
export const ItemSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    most: Type.Integer({ ...GivenPoints, minimum: 1 }),
  },
  closed,
);
const Share = Type.Integer({ minimum: 0, maximum: 100 });

/** As it is asked for: what breaks ties is named by the part, or by the place of an item. */
export const RoundBody = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 80, pattern: '\\S' }),
    ...{ titleKind: Id, regionId: Id, chainId: nullable(Id), applyFrom: Day, applyTo: Day, scoreTo: nullable(Day) },
    publicityDays: Type.Integer({ minimum: 1, maximum: 60, description: '公示几个工作日' }),
    measures: Type.Array(MeasureSchema, { maxItems: 30 }),
    items: Type.Array(ItemSchema, { maxItems: 30 }),
    ...{ quantitativeShare: Share, expertShare: Share, panel: Type.Integer({ minimum: 0, maximum: 30 }) },
    ...{
      trimmed: Type.Boolean(),
      spread: nullable(GivenPoints),
      places: nullable(Type.Integer({ minimum: 1, maximum: 1000 })),
    },
    line: GivenPoints,
    ties: Type.Array(Type.String({ pattern: '^(quantitative|experts|item:[0-9]{1,2})$' }), {
      maxItems: 10,
      uniqueItems: true,
    }),
    note: Type.String({ maxLength: 2000 }),
  },
  closed,
);

export const RoundSchema = Type.Object(
  {
    ...{
      id: RecordId,
      revision: Revision,
      name: Text,
      state: oneOf(roundStates),
      titleKind: Named,
      region: Named,
      unit: Named,
    },
    ...{
      chain: nullable(Named),
      applyFrom: Day,
      applyTo: Day,
      scoreTo: nullable(Day),
      publicityDays: Count,
      note: Text,
    },
    edition: nullable(Type.Object({ id: Text, name: Text, hash: Text, empty: nullable(Text) }, closed)),
    measures: Type.Array(Type.Object({ ...MeasureSchema.properties, id: Text, unit: Text, factName: Text }, closed)),
    items: Type.Array(Type.Object({ id: Text, name: Text, most: Points }, closed)),
    ...{
      quantitativeShare: Share,
      expertShare: Share,
      panel: Count,
      trimmed: Type.Boolean(),
      spread: nullable(Points),
    },
    ...{ places: nullable(Count), line: Points, ties: Type.Array(Text) },
    ...{ frozenOn: nullable(Day), frozenSm3: nullable(Text), publicityFrom: nullable(Day), publicityTo: nullable(Day) },
    ...{ listedOn: nullable(Day), listSource: nullable(Text), endedReason: nullable(Text) },
    ...{ createdAt: Instant, createdBy: Text, applied: Count, chosen: Count, mayManage: Type.Boolean() },
  },
  closed,
);

export const OptionsSchema = Type.Object(
  {
    titles: Type.Array(Type.Object({ id: Text, name: Text, edition: nullable(Text), empty: nullable(Text) }, closed)),
    facts: Type.Array(Type.Object({ id: Text, name: Text, unit: Text, from: Text }, closed)),
  },
  closed,
);
