import { Fact, Facts } from '../../../../../platform/web/layout/facts.tsx';
import { type FormJson, frequencyNames, roleNames, rowKindNames } from '../../../contract.ts';
import { timingWords } from './timing.ts';

const shownUnits = 100;

/** A form for those who only read it. */
export const FormFacts = ({ form }: { readonly form: FormJson }) => (
  <Facts>
    <Fact name="制表单位">{form.unitName ?? '—'}</Fact>
    <Fact name="多久报一次">{frequencyNames[form.frequency]}</Fact>
    <Fact name="行">
      {rowKindNames[form.rows]}
      {form.chainNames.length > 0 && `：${form.chainNames.map(({ name }) => name).join('、')}`}
    </Fact>
    <Fact name="这些数">{roleNames[form.role]}</Fact>
    {form.chainName !== null && <Fact name="产业链">{form.chainName}</Fact>}
    <Fact name="时间">{timingWords(form) ?? form.firstPeriod}</Fact>
    <Fact name="指标">
      {form.columnNames
        .map(({ indicatorId, name, unit }) => {
          const asked = form.columns.find((column) => column.indicatorId === indicatorId);
          return `${name}（${unit}${asked?.required === false ? '，选填' : ''}）`;
        })
        .join('、')}
    </Fact>
    <Fact name="填报单位">
      {form.units
        .slice(0, shownUnits)
        .map(({ name }) => name)
        .join('、')}
      {form.units.length > shownUnits && ` 等 ${form.units.length} 个`}
    </Fact>
    {form.note !== '' && <Fact name="说明">{form.note}</Fact>}
  </Facts>
);
