import { BarTable } from '../../../../platform/web/chart/bar-table.tsx';
import { LineChart } from '../../../../platform/web/chart/line-chart.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { moneyText } from '../../../../platform/web/money/money.ts';
import type { FiguresJson, TrialAnswer } from '../../contract.ts';
import type { Change } from '../../domain/report/sandbox.ts';
import { fenOf } from '../wording/words.ts';
import { changeWords } from './changes.ts';
import { CliffsView } from './cliffs-view.tsx';
import { FunnelView } from './funnel-view.tsx';
import { WhoChanges } from './who-changes.tsx';

interface Props {
  readonly answer: TrialAnswer;
  readonly figures: FiguresJson;
}

const placeNames = { region: '地区', chain: '产业链', city: '所在地' } as const;
const yuan = (value: number) => <Amount fen={fenOf(value)} />;
const money = [
  { name: '现行', text: yuan },
  { name: '改后', text: yuan },
];

/** Everything that a trial found out, the sums first. */
export function ReportView({ answer, figures }: Props) {
  const { report, changes, people, on, hash, absent } = answer;
  const nameOf = (id: string): string =>
    figures.groups.find((each) => each.id === id)?.name ?? figures.clauses.find((each) => each.id === id)?.title ?? id;
  return (
    <div className="try-report">
      <h2>
        结果
        <small>
          {answer.title}，按 {on}，{report.cases.toLocaleString('zh-CN')} 户
          {people.kind === 'file' ? `（${people.name}）` : `虚构企业（种子 ${people.seed}）`}
        </small>
      </h2>
      <p className="try-changes">
        {changes.length === 0
          ? '没有改数：两边都是现行的。'
          : changes.map((change) => changeWords(change, figures.figures)).join('；')}
      </p>
      {absent.length > 0 && (
        <p className="policy-note">文件没有这些列，和它们有关的还不能断定：{absent.join('、')}。</p>
      )}
      <Tiles report={report} />
      <Costs title="按年度" head="年度" rows={report.byYear.map(({ year, ...change }) => [`${year} 年`, change])}>
        各年用当年年底的标准，企业的情况当作不变。
      </Costs>
      <Costs
        title="按奖补"
        head="奖补"
        rows={Object.entries(report.byGroup).map(([id, change]) => [nameOf(id), change])}
      />
      <Costs title="按出资" head="出资方" rows={Object.entries(report.byPayer)} />
      {(['region', 'chain', 'city'] as const).map((kind) => (
        <Costs
          key={kind}
          title={`按${placeNames[kind]}`}
          head={placeNames[kind]}
          rows={Object.entries(report.byPlace[kind] ?? {})}
        />
      ))}
      <WhoChanges winners={report.winners} losers={report.losers} />
      <CliffsView cliffs={report.cliffs} figures={figures} />
      <Budget answer={answer} />
      <FunnelView funnels={report.funnels} figures={figures} />
      <p className="pale">
        内容包摘要 <span className="policy-hash">{hash}</span>
      </p>
    </div>
  );
}

function Tiles({ report: { cost, paid, open, winners, losers } }: Pick<TrialAnswer, 'report'>) {
  const difference = cost.after - cost.before;
  return (
    <dl className="try-tiles">
      <div>
        <dt>一年花费</dt>
        <dd>
          {yuan(cost.before)} → <b>{yuan(cost.after)}</b>
          <small>
            {difference === 0 ? (
              '没有变'
            ) : (
              <>
                {difference > 0 ? '多' : '少'} {yuan(Math.abs(difference))}
              </>
            )}
          </small>
        </dd>
      </div>
      <div>
        <dt>得到的户数</dt>
        <dd>
          {count(paid.before)} → <b>{count(paid.after)}</b>
        </dd>
      </div>
      <div>
        <dt>多得的</dt>
        <dd>
          <b>{count(winners.count)}</b> 户<small>共 {yuan(winners.yuan)}</small>
        </dd>
      </div>
      <div>
        <dt>少得的</dt>
        <dd>
          <b>{count(losers.count)}</b> 户<small>共 {yuan(losers.yuan)}</small>
        </dd>
      </div>
      <div>
        <dt>有的还不能断定</dt>
        <dd>
          {count(open.before)} → <b>{count(open.after)}</b> 户
        </dd>
      </div>
    </dl>
  );
}

const count = (value: number): string => value.toLocaleString('zh-CN');

interface CostsProps {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly (readonly [string, Change])[];
  readonly children?: string;
}

/** Sums by something, before and after, with what differs. */
function Costs({ title, head, rows, children }: CostsProps) {
  if (rows.length === 0) return null;
  const sorted = head === '年度' ? rows : rows.toSorted(([, a], [, b]) => b.after + b.before - a.after - a.before);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <BarTable
        caption={`花费${title}`}
        head={head}
        series={money}
        moreHeads={['相差']}
        rows={sorted.map(([name, { before, after }]) => ({
          ...{ key: name, name, values: [before, after] },
          more: [<Difference key="difference" yuan={after - before} />],
        }))}
      />
      {children !== undefined && <p className="pale">{children}</p>}
    </section>
  );
}

const Difference = ({ yuan: value }: { readonly yuan: number }) =>
  value === 0 ? (
    <span className="pale">0</span>
  ) : (
    <span>
      {value > 0 ? '+' : '−'}
      {yuan(Math.abs(value))}
    </span>
  );

/** How claims come in over the months, and when the budget is used up. */
function Budget({ answer: { report } }: Pick<Props, 'answer'>) {
  const { exhaustion, undated } = report;
  if (exhaustion === null) return null;
  const { before, after } = exhaustion;
  const said = ({ on, short }: typeof after): string =>
    on === null ? '够用' : `${on} 用完，一共缺 ${moneyText(fenOf(short), 'auto')}`;
  const months = [...new Set([...before.months, ...after.months].map(({ month }) => month))].toSorted();
  const line = (name: string, { months: own }: typeof after) => {
    const claimed = new Map(own.map((each) => [each.month, each.claimed]));
    return { name, values: months.map((month) => claimed.get(month) ?? null) };
  };
  return (
    <section aria-label="预算用到哪一天">
      <h3>预算用到哪一天</h3>
      <LineChart
        summary={`预算 ${moneyText(fenOf(after.budget), 'auto')}。现行的：${said(before)}；改后的：${said(after)}。`}
        along="到月底累计"
        points={months}
        lines={[line('现行', before), line('改后', after)]}
        level={{ name: '预算', value: after.budget }}
        text={yuan}
        short={(value) => moneyText(fenOf(value), 'auto').replace(' ', '')}
      />
      <p className="pale">
        先来先付，申报多少付多少。
        {undated.after > 0 && `${count(undated.after)} 户没有申报日期，当作在申报期里平均地来。`}
      </p>
    </section>
  );
}
