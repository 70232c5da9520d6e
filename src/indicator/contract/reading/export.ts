import { Type } from 'typebox';
import { closed, Id, IndicatorId, nullable, Period, Total } from '../shape.ts';
import { HiddenWhy } from './amount.ts';
import { ids } from './matrix.ts';

/** The whole tree as rows: every region × indicator × period × chain, page by page. */

const asked = {
  from: Period,
  to: Period,
  indicators: Type.Optional(ids(60, '哪些指标；没有：全部')),
  place: Type.Optional(Id),
  chains: Type.Optional(Type.Enum(['all', 'each'], { description: '只要全部产业链合计，还是每条链都要；缺省每条' })),
};

export const cellsExportQuery = Type.Object(
  {
    ...asked,
    after: Type.Optional(Type.String({ maxLength: 400, description: '上一页的 next' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, description: '一页几行，缺省 1000' })),
  },
  closed,
);
export const cellsFileQuery = Type.Object({ ...asked, format: Type.Enum(['xlsx', 'csv']) }, closed);

export const CellRowSchema = Type.Object(
  {
    indicatorId: IndicatorId,
    period: Period,
    regionId: Id,
    /** '' 全部产业链 */
    chainId: Type.String(),
    hidden: nullable(HiddenWhy),
    /** null：不给看 */
    total: nullable(Total),
    figures: nullable(Type.Integer()),
    firms: nullable(Type.Integer()),
  },
  closed,
);
export const CellPageSchema = Type.Object(
  {
    rows: Type.Array(CellRowSchema),
    /** 下一页从哪里起；null：没有了 */
    next: nullable(Type.String()),
  },
  closed,
);
