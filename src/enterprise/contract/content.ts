import { Type } from 'typebox';
import { scaleNames, stateNames } from '../domain/model/index.ts';
import { closed, Day, Fen, Id, nullable, oneOf } from './shape.ts';

/** What the register keeps of an enterprise itself. What cannot be told by a schema is checked by `contentFaults`. */

const line = (most: number, description?: string) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '\\S', ...(description && { description }) });
const words = (most: number) => Type.String({ maxLength: most });

export const ContentSchema = Type.Object(
  {
    code: nullable(Type.String({ maxLength: 40, description: '统一社会信用代码；全角、空格、小写也收，存规范写法' })),
    codeReason: nullable(line(300, '校验有疑点的代码，为什么确实无误')),
    name: line(120),
    shortName: words(40),
    otherNames: Type.Array(line(120), { maxItems: 50 }),
    legalRepresentative: words(60),
    address: words(300),
    regionId: Id,
    parkId: nullable(Id),
    industry: nullable(Type.String({ pattern: '^\\d{2,4}$', description: 'GB/T 4754-2017 的大类、中类或小类' })),
    scale: nullable(oneOf(scaleNames)),
    foundedOn: nullable(Day),
    capitalFen: nullable(Fen),
    scope: words(8000),
    products: Type.Array(line(60), { maxItems: 60 }),
    state: oneOf(stateNames),
    unitId: nullable(Id),
    chainId: nullable(Id),
  },
  closed,
);

/** What is to be new; the rest stays. */
export const ChangeSchema = Type.Partial(ContentSchema, closed);

/** What a new entry must say; the rest may be left out. */
export const RegistrationSchema = Type.Object(
  { ...ChangeSchema.properties, name: ContentSchema.properties.name, regionId: ContentSchema.properties.regionId },
  closed,
);
