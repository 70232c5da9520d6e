import { LineChart } from '../../../../platform/web/chart/line-chart.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { ProjectJson } from '../../contract.ts';
import { fenWords } from '../../domain/index.ts';
import { shareWords } from '../parts/words.ts';

const wan = (fen: number): string => (fen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 0 });

/** All that was to be done against all that was done, month by month. */
export function CurvePart({ project }: { readonly project: ProjectJson }) {
  const { points, spread, plannedFen, paceBp } = project.curve;
  return (
    <section aria-labelledby="project-curve" className="project-part">
      <div className="page-part-head">
        <h2 id="project-curve">投资进度</h2>
      </div>
      {plannedFen !== null && paceBp !== null && (
        <p>
          按计划应完成 <Amount fen={plannedFen} />
          ，已报 <Amount fen={project.doneFen} />
          ，是应完成的 <b>{shareWords(paceBp)}</b>。
        </p>
      )}
      {points.length < 2 ? (
        <p className="pale">有了年度计划和月度投资，就画出累计曲线。</p>
      ) : (
        <LineChart
          summary={`${project.name}累计投资，计划和完成，单位万元。`}
          along="月份"
          points={points.map(({ month }) => month)}
          lines={[
            { name: '计划累计', values: points.map(({ plannedFen: fen }) => fen), kind: 'earlier' },
            { name: '完成累计', values: points.map(({ doneFen: fen }) => fen), kind: 'main' },
          ]}
          text={(value) => fenWords(value)}
          short={wan}
          words={fenWords}
          picture={`${project.name}投资进度`}
          {...(spread.length > 0 && { note: `${spread.join('、')} 年的计划没有分到月，按建设月份平均算。` })}
        />
      )}
    </section>
  );
}
