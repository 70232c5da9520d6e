import { useId, useState } from 'react';
import { BarTable } from '../../../../platform/web/chart/bar-table.tsx';
import type { FiguresJson, TrialAnswer } from '../../contract.ts';
import type { Funnel } from '../../domain/report/funnel.ts';

interface Props {
  readonly funnels: TrialAnswer['report']['funnels'];
  readonly figures: FiguresJson;
}

const households = (value: number): string => value.toLocaleString('zh-CN');

/** How many each condition of a clause lets through, one after the other, and who fails one alone. */
export function FunnelView({ funnels, figures }: Props) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const after = funnels.after[chosen];
  const before = funnels.before[chosen];
  if (after === undefined || before === undefined) return null;
  const left = (funnel: Funnel, at: number): number =>
    funnel.steps.slice(0, at + 1).reduce((rest, { removed }) => rest - removed, funnel.all);
  return (
    <section aria-label="漏斗：每个条件去掉多少">
      <h3>漏斗：每个条件去掉多少</h3>
      <p className="try-choose">
        <label htmlFor={id}>哪一条</label>
        <select id={id} value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
          {funnels.after.map(({ clause, left: rest }, at) => (
            <option key={clause} value={at}>
              {figures.clauses.find((each) => each.id === clause)?.title ?? clause}（{rest} 户）
            </option>
          ))}
        </select>
      </p>
      <BarTable
        caption="逐个条件之后还剩多少户"
        head="条件，从上往下"
        series={[
          { name: '现行剩', text: households },
          { name: '改后剩', text: households },
        ]}
        moreHeads={['改后去掉', '不知道', '只差这一条']}
        rows={[
          { key: 'all', name: '全部', values: [before.all, after.all], more: ['', '', ''] },
          ...after.steps.map(({ words, removed, unknown, onlyThis }, at) => ({
            ...{ key: `${at} ${words}`, name: words, values: [left(before, at), left(after, at)] },
            more: [removed, unknown, onlyThis].map(households),
          })),
        ]}
      />
      <p className="pale">改后都符合的 {households(after.left)} 户；“只差这一条”的，别的条件都符合。</p>
    </section>
  );
}
