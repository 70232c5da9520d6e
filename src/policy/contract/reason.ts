import { Type } from 'typebox';
import { closed, nullable } from './shape.ts';

/** yes: 符合；no: 不符合；unknown: 还不能断定 */
export const StateSchema = Type.Enum(['yes', 'no', 'unknown']);

const depth = Type.Integer({ minimum: 0, description: '第几层' });
/** `all`、`any`、`not` have what they are made of below them, one deeper; a leaf has nothing below it. */
const kind = Type.Enum(['all', 'any', 'not', 'leaf']);

/** A rule as a tree, one line a node, parents before what they are made of. */
export const RuleLineSchema = Type.Object({ depth, kind, words: Type.String() }, closed);

const side = nullable(Type.Number());
/** The same with what came out for one enterprise. */
export const ReasonLineSchema = Type.Object(
  {
    ...{ depth, kind, words: Type.String(), state: StateSchema },
    sides: nullable(
      Type.Object({ left: side, right: side, unit: Type.String() }, { ...closed, description: '比较的两边' }),
    ),
    missing: Type.Array(Type.String(), { description: '缺少的事实' }),
  },
  closed,
);
