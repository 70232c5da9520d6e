import { useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../../platform/web/form/model.ts';
import { type SelectionOptionsJson, type SelectionRoundBody, selectionApi } from '../../../contract.ts';
import { bodyIn, type ItemRow, type MeasureRow, rowFaults } from '../logic.ts';
import { ItemsInput, MeasuresInput } from './rows-input.tsx';
import '../parts/selection.css';

interface Props {
  readonly initial: Values;
  readonly submitText: string;
  /** Applications are taken already: only name, days and note can be changed. */
  readonly fixed: boolean;
  onSubmit(body: SelectionRoundBody): Promise<void>;
  onCancel(): void;
}

const rowsOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);
const hasExperts = ({ expertShare }: Values): boolean => Number(expertShare ?? 0) > 0;
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), label: String(from + at) }));
const shares = Array.from({ length: 21 }, (_, at) => ({ value: String(at * 5), label: `${at * 5}%` }));

/** The form of a round, new or to be changed. */
export function RoundForm({ initial, submitText, fixed, onSubmit, onCancel }: Props) {
  const options = useQuery(queryFor(selectionApi.readOptions, {}));
  if (options.error && options.data === undefined)
    return <Failure error={options.error} onRetry={() => void options.refetch()} />;
  if (options.data === undefined) return <Waiting lines={8} />;
  return (
    <DataForm
      label="遴选批次"
      fields={fieldsOf(options.data, fixed)}
      initial={{ measures: [], items: [], ties: [], ...initial }}
      check={(values) =>
        rowFaults(rowsOf<MeasureRow>(values.measures), hasExperts(values) ? rowsOf<ItemRow>(values.items) : [])
      }
      onSubmit={(values) => {
        const whole = { ...initial, ...values };
        return onSubmit(bodyIn(hasExperts(whole) ? whole : { ...whole, items: [], trimmed: false, spread: '' }));
      }}
      onCancel={onCancel}
      submitText={submitText}
    />
  );
}

function fieldsOf({ titles, facts }: SelectionOptionsJson, fixed: boolean): readonly Field[] {
  const always: readonly Field[] = [
    { input: 'text', name: 'name', label: '名称', required: true, most: 80 },
    { input: 'day', name: 'applyFrom', label: '申报从', required: true, width: 2 },
    { input: 'day', name: 'applyTo', label: '申报到', required: true, width: 2, help: '这一天的数和版次算数' },
    { input: 'day', name: 'scoreTo', label: '评分到', width: 2 },
    { input: 'long', name: 'note', label: '给企业的说明', most: 2000 },
  ];
  if (fixed) return always;
  return [
    ...always.slice(0, 1),
    {
      ...{
        input: 'choice',
        name: 'titleKind',
        label: '称号',
        required: true,
        width: 2,
        help: '按它在申报截止日生效的那一版看条件',
      },
      options: titles.map(({ id, name, edition, empty }) => ({
        value: id,
        label: edition === null ? `${name}（没有生效的版次）` : empty === null ? name : `${name}（门槛没有录入）`,
      })),
    },
    { input: 'pick', name: 'regionId', label: '地区', of: 'region', required: true, width: 2 },
    { input: 'pick', name: 'chainId', label: '产业链', of: 'chain', width: 2, help: '不写就不限产业链' },
    ...always.slice(1, 4),
    {
      input: 'choice',
      name: 'publicityDays',
      label: '公示几个工作日',
      required: true,
      width: 2,
      options: numbers(3, 30),
    },
    { input: 'text', name: 'places', label: '名额（家）', width: 2, help: '不写就是过线的都要' },
    { input: 'text', name: 'line', label: '最低总分', width: 2, help: '总分满分 100；不写就没有线' },
    {
      ...{ input: 'choice', name: 'expertShare', label: '专家分占', required: true, width: 2, help: '其余是量化分' },
      options: shares,
    },
    {
      ...{ input: 'own', name: 'measures', label: '量化指标' },
      help: '企业的数从零分值到满分值按比例得分；满分值小于零分值就是越小越好。缺数的不得分。',
      render: (given) => <MeasuresInput {...given} facts={facts} fixed={false} />,
    },
    {
      ...{ input: 'own', name: 'items', label: '专家评分项', shown: hasExperts },
      render: (given) => <ItemsInput {...given} fixed={false} />,
    },
    { input: 'choice', name: 'panel', label: '每家几名专家', width: 2, shown: hasExperts, options: numbers(1, 15) },
    { input: 'text', name: 'spread', label: '分差超过几分要说明', width: 2, shown: hasExperts, help: '不写就不管分差' },
    {
      ...{ input: 'check', name: 'trimmed', label: '去掉最高和最低', text: '去掉', width: 2, shown: hasExperts },
      help: '至少 5 名专家',
    },
    {
      ...{ input: 'several', name: 'ties', label: '同分时先看' },
      options: [
        { value: 'quantitative', label: '量化分' },
        { value: 'experts', label: '专家分' },
        { value: 'item:0', label: '第一个评分项' },
      ],
    },
    ...always.slice(4),
  ];
}
