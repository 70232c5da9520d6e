import { Type } from 'typebox';
import { endpoint } from '../../../../platform/http/endpoint.ts';
import { exportQuery, listAnswer, listQuery } from '../../../../platform/http/list-query.ts';
import { frequencyNames } from '../fields.ts';
import { formFields, formStateNames, roleNames, rowKindNames } from './fields.ts';
import { closed, FigureValue, Id, IndicatorId, Instant, nullable, oneOf, Period, RecordId, Revision } from './shape.ts';

const Severity = Type.Enum(['hard', 'soft'], { description: '必须遵守、要说明' });
const switchable = nullable(Severity);

/** Sums and ratios of one row; figures as they are kept, ratios in millionths. */
export const RowChecksSchema = Type.Object(
  {
    sums: Type.Array(
      Type.Object(
        {
          total: IndicatorId,
          parts: Type.Array(IndicatorId, { minItems: 1, maxItems: 40 }),
          tolerance: Type.Integer({ minimum: 0, maximum: 1e12 }),
          severity: Severity,
        },
        closed,
      ),
      { maxItems: 50 },
    ),
    ratios: Type.Array(
      Type.Object(
        {
          above: IndicatorId,
          below: IndicatorId,
          low: nullable(Type.Integer({ minimum: -1e12, maximum: 1e12, description: '百万分之几' })),
          high: nullable(Type.Integer({ minimum: -1e12, maximum: 1e12 })),
          severity: Severity,
        },
        closed,
      ),
      { maxItems: 50 },
    ),
    /** null: the usual ones (`usualRules`). */
    cell: nullable(
      Type.Object(
        {
          blank: switchable,
          zero: switchable,
          range: switchable,
          falls: switchable,
          sign: switchable,
          slip: nullable(
            Type.Object(
              {
                severity: Severity,
                powers: Type.Array(Type.Integer({ minimum: 1, maximum: 8 }), { minItems: 1, maxItems: 8 }),
                reach: Type.Number({ minimum: 0, maximum: 0.5 }),
                steady: Type.Number({ minimum: 0, maximum: 4 }),
              },
              closed,
            ),
          ),
          sudden: nullable(
            Type.Object(
              {
                severity: Severity,
                deviations: Type.Number({ minimum: 1, maximum: 100 }),
                points: Type.Integer({ minimum: 3, maximum: 36 }),
                times: Type.Number({ minimum: 1, maximum: 10_000 }),
                calm: Type.Integer({ minimum: 0, maximum: 999_999 }),
                least: FigureValue,
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);

const content = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  note: Type.String({ maxLength: 1000, description: '填报说明' }),
  columns: Type.Array(Type.Object({ indicatorId: IndicatorId, required: Type.Boolean() }, closed), {
    minItems: 1,
    maxItems: 40,
  }),
  rows: oneOf(rowKindNames),
  chains: Type.Array(Id, { maxItems: 200, description: '每条产业链一行时：哪些产业链，按次序' }),
  role: oneOf(roleNames),
  frequency: oneOf(frequencyNames),
  firstPeriod: Period,
  opensAfter: Type.Integer({ minimum: -366, maximum: 366, description: '期末以后第几天开始填；负数是期末以前' }),
  dueAfter: Type.Integer({ minimum: -366, maximum: 366, description: '期末以后第几天截止' }),
  remindBefore: Type.Integer({ minimum: 0, maximum: 60, description: '截止前几天提醒；0 不提醒' }),
  checks: RowChecksSchema,
};

/** What a form is made and changed with. */
export const FormContentSchema = Type.Object(
  {
    ...content,
    units: Type.Array(Id, { maxItems: 5000, description: '填报单位' }),
    chainId: nullable(Id),
  },
  closed,
);

export const FormRowSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    name: Type.String(),
    state: oneOf(formStateNames),
    frequency: oneOf(frequencyNames),
    rows: oneOf(rowKindNames),
    columns: Type.Integer(),
    units: Type.Integer(),
    owner: nullable(Type.String({ description: '制表单位' })),
    regionName: nullable(Type.String()),
    chain: nullable(Type.String({ description: '产业链' })),
    firstPeriod: Period,
    changedAt: Instant,
    mayDefine: Type.Boolean({ description: '您可以改' }),
  },
  closed,
);

export const FormSchema = Type.Object(
  {
    ...content,
    id: RecordId,
    revision: Revision,
    state: oneOf(formStateNames),
    chainId: nullable(Id),
    chainName: nullable(Type.String()),
    regionId: nullable(Type.String()),
    unitId: nullable(Type.String()),
    unitName: nullable(Type.String()),
    createdAt: Instant,
    createdBy: Type.String(),
    changedAt: Instant,
    changedBy: Type.String(),
    mayDefine: Type.Boolean(),
    mayReview: Type.Boolean({ description: '您可以看进度、催报' }),
    units: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          regionName: nullable(Type.String()),
          fromPeriod: nullable(Type.String({ description: '中途加入的：从哪一期起' })),
        },
        closed,
      ),
    ),
    columnNames: Type.Array(
      Type.Object({ indicatorId: IndicatorId, name: Type.String(), unit: Type.String() }, closed),
    ),
    chainNames: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    /** Periods of which there are sheets, the newest first; a change of the form holds from the next one on. */
    periods: Type.Array(Period),
    nextOpening: nullable(Type.Object({ period: Period, opensOn: Type.String(), dueOn: Type.String() }, closed)),
  },
  closed,
);

const params = Type.Object({ formId: RecordId }, closed);
const read = { method: 'GET', permission: 'indicator.read', status: 200 } as const;

export const formApi = {
  listForms: endpoint({
    ...read,
    path: '/forms',
    summary: '填报表',
    query: listQuery(formFields),
    answer: listAnswer(FormRowSchema),
  }),
  exportForms: endpoint({ ...read, path: '/forms/export', summary: '导出填报表清单', query: exportQuery(formFields) }),
  readForm: endpoint({ ...read, path: '/forms/:formId', summary: '一张填报表', params, answer: FormSchema }),
  createForm: endpoint({
    ...{ method: 'POST', permission: 'indicator.define', status: 201, path: '/forms', summary: '新建填报表' },
    body: FormContentSchema,
    answer: FormSchema,
  }),
  changeForm: endpoint({
    ...{ method: 'PUT', permission: 'indicator.define', status: 200, path: '/forms/:formId', summary: '修改填报表' },
    params,
    body: Type.Object({ revision: Revision, content: FormContentSchema }, closed),
    answer: FormSchema,
  }),
  setFormState: endpoint({
    ...{ method: 'POST', permission: 'indicator.define', status: 200, path: '/forms/:formId/state' },
    summary: '启用或停用填报表',
    params,
    body: Type.Object({ revision: Revision, state: Type.Enum(['open', 'closed']) }, closed),
    answer: FormSchema,
  }),
  copyForm: endpoint({
    ...{ method: 'POST', permission: 'indicator.define', status: 201, path: '/forms/:formId/copy' },
    summary: '复制填报表',
    params,
    body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }) }, closed),
    answer: FormSchema,
  }),
} as const;
