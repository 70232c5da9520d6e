import { send } from '../../../../platform/web/api.ts';
import type { Fault, Field, Values } from '../../../../platform/web/form/model.ts';
import { type EnterpriseJson, enterpriseApi, figureVintageNames } from '../../contract.ts';
import type { FigureVintage } from '../../domain/index.ts';
import { FormDialog, textIn } from '../parts/dialog.tsx';
import type { FigureWords } from '../parts/figures.ts';
import { useTakeEnterprise } from '../parts/use-enterprise.ts';
import { today } from '../parts/words.ts';

interface Props {
  readonly enterprise: EnterpriseJson;
  readonly kinds: readonly FigureWords[];
  onClose(): void;
}

const period = /^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/u;

/** Notes the figures of one year or month; what is left empty stays as it was. */
export function FiguresDialog({ enterprise, kinds, onClose }: Props) {
  const take = useTakeEnterprise();
  const year = String(Number(today().slice(0, 4)) - 1);
  const submit = async (values: Values): Promise<void> => {
    const of = textIn(values.period);
    const before = enterprise.figures.find((each) => each.period === of);
    const figures = figuresIn(values, kinds, of);
    const body = {
      ...{ revision: before?.revision ?? 0, figures, source: textIn(values.source) },
      vintage: textIn(values.vintage) as FigureVintage,
    };
    take(await send(enterpriseApi.putFigures, { params: { enterpriseId: enterprise.id, period: of }, body }));
  };
  return (
    <FormDialog
      title="登记数据"
      width={760}
      fields={fieldsOf(kinds)}
      initial={{ period: year, vintage: 'reported' }}
      check={checkFigures}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="pale">空着的不动；已有的数会被新写的代替，变更记录里看得到。</p>
    </FormDialog>
  );
}

const isMonth = ({ period: of }: Values): boolean => textIn(of).length > 4;

function fieldsOf(kinds: readonly FigureWords[]): readonly Field[] {
  return [
    { input: 'text', name: 'period', label: '期间', required: true, most: 7, width: 2, help: '2025 或 2025-03。' },
    {
      ...{ input: 'choice', name: 'vintage', label: '来源', required: true, width: 2 },
      options: Object.entries(figureVintageNames).map(([value, label]) => ({ value, label })),
    },
    {
      input: 'text',
      name: 'source',
      label: '凭据',
      required: true,
      most: 300,
      width: 2,
      help: '例如 2025 年度审计报告。',
    },
    ...kinds.map(
      (kind): Field => ({
        ...{ input: 'figure', name: `f-${kind.id}`, label: kind.name, unit: kind.unit, width: 2 },
        ...(kind.least !== null && { least: kind.least }),
        shown: (values) => kind.period === 'both' || (kind.period === 'month') === isMonth(values),
      }),
    ),
  ];
}

/** Whole at their decimals. */
function figuresIn(values: Values, kinds: readonly FigureWords[], of: string): Record<string, number> {
  const length = of.length > 4 ? 'month' : 'year';
  const told = kinds.flatMap(({ id, decimals, period: every }) => {
    const value = values[`f-${id}`];
    if (typeof value !== 'number' || (every !== 'both' && every !== length)) return [];
    return [[id, Math.round(value * 10 ** decimals)] as const];
  });
  return Object.fromEntries(told);
}

function checkFigures(values: Values): readonly Fault[] {
  const of = textIn(values.period);
  if (!period.test(of)) return [{ name: 'period', sentence: `“${of}”不是年份或月份。写成 2025 或 2025-03。` }];
  const some = Object.entries(values).some(([name, value]) => name.startsWith('f-') && typeof value === 'number');
  return some ? [] : [{ name: null, sentence: '至少写一个数。' }];
}
