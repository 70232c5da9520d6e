import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import { CellRulesInput } from './cell-rules.tsx';
import { nameOfIndicator, useIndicators } from './indicators.ts';
import { RatioRules } from './ratio-rules.tsx';
import { SumRules } from './sum-rules.tsx';
import type { Checks, Columns } from './values.ts';

export interface IndicatorOption {
  readonly value: string;
  readonly label: string;
  readonly decimals: number;
  readonly unit: string;
}

/** What is checked while somebody types and before a sheet is handed in. */
export function ChecksInput({ id, value, onChange, values, ...given }: OwnInput) {
  const checks = value as Checks;
  const ids = ((values.columns ?? []) as Columns).map(({ indicatorId }) => indicatorId);
  const known = useIndicators(ids);
  const options = ids.map((each) => ({
    value: each,
    label: nameOfIndicator(known, each),
    decimals: known.get(each)?.decimals ?? 0,
    unit: known.get(each)?.unit ?? '',
  }));
  const put = (next: Partial<Checks>): void => onChange?.({ ...checks, ...next });
  return (
    <div className="form-part form-checks" id={id} tabIndex={-1} data-invalid={given['aria-invalid']}>
      <CellRulesInput rules={checks.cell} onChange={(cell) => put({ cell })} />
      <SumRules rules={checks.sums} options={options} onChange={(sums) => put({ sums })} />
      <RatioRules rules={checks.ratios} options={options} onChange={(ratios) => put({ ratios })} />
    </div>
  );
}
