import { useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { FilePartProps } from '../../../../platform/web/shell/file-parts.ts';
import { type LadderLineJson, ladderApi, type StandingJson } from '../../contract.ts';
import './ladder.css';

const standings: Readonly<Record<string, string>> = {
  held: '有效',
  expiring: '快到期',
  expired: '已到期',
  none: '没有',
};
const verdicts: Readonly<Record<string, string>> = {
  met: '符合条件',
  unmet: '不符合',
  unknown: '还不能断定',
  empty: '门槛还没有录入',
};
const kinds: Readonly<Record<string, string>> = {
  exclude: '不给的情形',
  condition: '条件',
  indicator: '得分',
  shortcut: '直通条件',
};

/** How an enterprise stands by every title, each to be opened line by line. */
export default function LadderPart({ enterprise, asOf }: FilePartProps) {
  const ladder = useQuery(
    queryFor(ladderApi.readLadder, {
      params: { enterpriseId: enterprise.id },
      query: asOf === null ? {} : { on: asOf },
    }),
  );
  if (ladder.error && ladder.data === undefined)
    return <Failure error={ladder.error} onRetry={() => void ladder.refetch()} />;
  if (ladder.data === undefined) return <Waiting lines={5} />;
  return (
    <>
      <p className="pale">按 {ladder.data.on} 生效的版次判断，用上一个完整年度的数。</p>
      {ladder.data.titles.map((each) => (
        <Title key={each.title.id} standing={each} />
      ))}
    </>
  );
}

function Title({ standing }: { readonly standing: StandingJson }) {
  const { title, points, edition, verdict, lines, missing, gaps, steps, shortcut, open } = standing;
  const held = standings[standing.standing] ?? '';
  return (
    <details className="ladder-title">
      <summary>
        <strong>{title.name}</strong>
        <span>
          {held}
          {standing.endsOn !== null && `，到 ${standing.endsOn} 前`}
        </span>
        <span>
          {verdict === null ? '这一天没有生效的版次' : verdicts[verdict]}
          {points !== null &&
            `，${points.least === points.most ? points.least : `${points.least} 至 ${points.most}`} / ${points.asked} 分`}
        </span>
      </summary>
      {edition !== null && (
        <p className="pale">
          {edition.name}
          {edition.docNumber !== null && `，${edition.docNumber}`}
          {edition.empty !== null && `。${edition.empty}。`}
        </p>
      )}
      <Sentences title="还差" of={gaps} />
      <Sentences title="最省力的加分" of={steps} />
      {shortcut !== null && <Sentences title="最近的直通条件" of={[shortcut]} />}
      {missing.length > 0 && <p>补上这些才能断定：{missing.join('、')}。</p>}
      {lines.length > 0 && (
        <ul className="ladder-lines">
          {lines.map((line) => (
            <Line key={`${line.kind} ${line.id}`} line={line} />
          ))}
        </ul>
      )}
      <Sentences title="文件没有说清的" of={open} />
    </details>
  );
}

function Sentences({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <section aria-label={title}>
      <p>{title}：</p>
      <ul>
        {of.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line: { kind, name, place, state, least, most, full, facts } }: { readonly line: LadderLineJson }) {
  const is =
    state !== null
      ? ({ yes: '是', no: '否', unknown: '不知道' } as const)[state]
      : `${least === most ? least : `${least} 至 ${most}`} / ${full} 分`;
  return (
    <li>
      <span className="ladder-kind">{kinds[kind]}</span> {name}：<strong>{is}</strong>
      <span className="pale">
        （{place}）{facts.map((fact) => `${fact.name} ${fact.value ?? '不知道'}，来自${fact.from}`).join('；')}
      </span>
    </li>
  );
}
