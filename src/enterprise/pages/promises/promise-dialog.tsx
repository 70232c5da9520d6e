import { send } from '../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type EnterprisePromiseJson, enterpriseApi } from '../../contract.ts';
import {
  type PromiseKind,
  type PromiseSide,
  promiseKindNames,
  promiseKindOf,
  promiseKinds,
  promiseSideNames,
} from '../../domain/index.ts';
import { FormDialog, reasonField, textIn } from '../parts/dialog.tsx';
import { today } from '../parts/words.ts';
import { usePromisesChanged } from './use-promises.ts';

/** `settle`: how it came out; `reopen`: that is taken back; `remove`: it was never promised. */
export type PromiseMode = 'add' | 'change' | 'remove' | 'settle' | 'reopen';
const heads: Readonly<Record<PromiseMode, string>> = {
  ...{ add: '登记', change: '更正', remove: '删去登记错的', settle: '写结果：', reopen: '收回结果：' },
};

interface Props {
  readonly enterpriseId: string;
  readonly mode: PromiseMode;
  readonly side: PromiseSide;
  readonly promise: EnterprisePromiseJson | null;
  onClose(): void;
}

/** One form for what can be done with a promise. */
export function PromiseDialog({ enterpriseId, mode, side, promise, onClose }: Props) {
  const changed = usePromisesChanged();
  const submit = async (values: Values): Promise<void> => {
    if (promise === null)
      await send(enterpriseApi.addPromise, { params: { enterpriseId }, body: bodyOf(values, side) });
    else await change(promise, mode, values);
    changed();
  };
  const whole = mode === 'add' || mode === 'change';
  return (
    <FormDialog
      title={`${heads[mode]}${promiseSideNames[side]}`}
      width={whole ? 680 : 520}
      fields={whole ? [...promiseFields(side), ...(mode === 'change' ? [reasonField] : [])] : fieldsOf(mode, promise)}
      initial={mode === 'settle' ? { on: today() } : initialOf(promise)}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

async function change(promise: EnterprisePromiseJson, mode: PromiseMode, values: Values): Promise<void> {
  const params = { promiseId: promise.id };
  const { revision, side, kind } = promise;
  const reason = textIn(values.reason);
  if (mode === 'change') {
    const body = { ...bodyOf(values, side), revision, reason };
    await send(enterpriseApi.changePromise, { params, body });
  } else if (mode === 'remove') await send(enterpriseApi.removePromise, { params, body: { revision, reason } });
  else {
    const isSaid = mode === 'settle';
    const outcome = isSaid ? (values.outcome === 'broken' ? 'broken' : 'kept') : null;
    const [on, words] = isSaid ? [textIn(values.on), textIn(values.words)] : [today(), reason];
    const amount = isSaid ? amountIn(values, kind) : null;
    await send(enterpriseApi.settlePromise, { params, body: { revision, outcome, on, words, amount } });
  }
}

const kindIn = (values: Values): PromiseKind | null =>
  typeof values.kind === 'string' && Object.hasOwn(promiseKinds, values.kind) ? (values.kind as PromiseKind) : null;
const counts = (values: Values, unit: string): boolean => {
  const kind = kindIn(values);
  return kind !== null && promiseKindOf(kind).unit === unit;
};
const byYear = (values: Values): boolean => {
  const kind = kindIn(values);
  const measure = kind === null ? null : promiseKindOf(kind).measure;
  return measure !== null && measure !== 'grants';
};

/** Sums are typed as money, anything else as it is counted. */
const amountFields = (required: boolean, label: string, shown?: (values: Values, unit: string) => boolean): Field[] => {
  const when = (unit: string) => (shown === undefined ? {} : { shown: (values: Values) => shown(values, unit) });
  return [
    { input: 'money', name: 'money', label, unit: 'wan', width: 2, required, ...when('万元') },
    { input: 'figure', name: 'land', label, unit: '亩', least: 0, width: 2, required, ...when('亩') },
    { input: 'figure', name: 'people', label, unit: '人', least: 0, width: 2, required, ...when('人') },
  ];
};

/** Whole at the decimals of the kind, out of the field that it was typed in. */
function amountIn(values: Values, kind: PromiseKind): number | null {
  const { unit } = promiseKindOf(kind);
  const typed = unit === '万元' ? values.money : unit === '亩' ? values.land : unit === '人' ? values.people : null;
  if (typed === null || typed === undefined) return null;
  const value = Number(typed);
  return Math.round(unit === '万元' ? value / 100 : unit === '亩' ? value * 100 : value);
}

const promiseFields = (side: PromiseSide): readonly Field[] => [
  {
    ...{ input: 'choice', name: 'kind', label: '承诺什么', required: true, width: 2 },
    options: Object.entries(promiseKindNames)
      .filter(([kind]) => promiseKindOf(kind as PromiseKind).sides.includes(side))
      .map(([value, label]) => ({ value, label })),
  },
  ...amountFields(true, '多少', counts),
  {
    ...{ input: 'year', name: 'year', label: '哪一年的数', required: true, width: 2, shown: byYear },
    help: '到时和档案里这一年的数比。',
  },
  { input: 'long', name: 'words', label: '内容', required: true, most: 500 },
  {
    ...{ input: 'pick', name: 'unitId', of: 'unit', required: true, width: 2 },
    label: side === 'government' ? '兑现单位' : '跟踪单位',
    help: '快到期和逾期的，出现在它的待办里。',
  },
  { input: 'day', name: 'signedOn', label: '签订日期', required: true, width: 2 },
  { input: 'day', name: 'dueOn', label: '兑现期限', required: true, width: 2 },
  { input: 'text', name: 'source', label: '依据', required: true, most: 300, help: '协议或文件的名称和文号。' },
];

function fieldsOf(mode: PromiseMode, promise: EnterprisePromiseJson | null): readonly Field[] {
  if (mode !== 'settle') return [reasonField];
  const unit = promise === null ? null : promiseKindOf(promise.kind).unit;
  return [
    {
      ...{ input: 'choice', name: 'outcome', label: '结果', required: true, width: 2 },
      options: [
        { value: 'kept', label: '已兑现' },
        { value: 'broken', label: '未兑现' },
      ],
    },
    { input: 'day', name: 'on', label: '哪一天', required: true, width: 2 },
    ...(unit === null ? [] : amountFields(false, '实际多少', (_, each) => each === unit)),
    { input: 'long', name: 'words', label: '说明和凭据', required: true, most: 500 },
  ];
}

function initialOf(promise: EnterprisePromiseJson | null): Values {
  if (promise === null) return {};
  const { kind, amount } = promise;
  const { unit } = promiseKindOf(kind);
  return {
    ...{ kind, year: promise.year, words: promise.words, unitId: promise.unit.id, signedOn: promise.signedOn },
    ...{ dueOn: promise.dueOn, source: promise.source },
    ...(amount !== null && unit === '万元' && { money: amount * 100 }),
    ...(amount !== null && unit === '亩' && { land: amount / 100 }),
    ...(amount !== null && unit === '人' && { people: amount }),
  };
}

function bodyOf(values: Values, side: PromiseSide) {
  const kind = kindIn(values) ?? 'other';
  return {
    ...{ side, kind, words: textIn(values.words), unitId: textIn(values.unitId), source: textIn(values.source) },
    ...{ signedOn: textIn(values.signedOn), dueOn: textIn(values.dueOn), amount: amountIn(values, kind) },
    year: byYear(values) && values.year != null ? Number(values.year) : null,
  };
}
