import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { type ChiefJson, type NeedJson, overviewApi } from '../../contract.ts';
import { type About, InstructBox } from './instruct-box.tsx';
import '../parts/parts.css';
import './chief.css';

interface Props {
  readonly chainId: string | undefined;
  onChain(chainId: string | undefined): void;
  /** How many of each kind are shown. */
  readonly most: number;
}

/** What needs the chief, and how the chains stand; an instruction is two sentences away. */
export function ChiefView({ chainId, onChain, most }: Props) {
  const [about, setAbout] = useState<About | null>(null);
  const read = useQuery({
    ...queryFor(overviewApi.readChief, { query: chainId === undefined ? {} : { chainId } }),
    placeholderData: keepPreviousData,
  });
  if (read.error && read.data === undefined) return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting lines={8} />;
  const { needs, chains, mayInstruct } = read.data;
  return (
    <>
      {mayInstruct && <InstructBox about={about} onAway={() => setAbout(null)} />}
      <div className="chief-grid">
        <div>
          {needs.length === 0 && (
            <Empty title="现在没有要您过问的">
              <p>红灯、退回、求助、延期申请和报上来的，会列在这里。</p>
            </Empty>
          )}
          {needs.map((group) => (
            <Group
              key={group.kind}
              group={group}
              most={most}
              {...(mayInstruct && { onInstruct: (need: NeedJson) => setAbout(aboutOf(need)) })}
            />
          ))}
        </div>
        <Chains chains={chains} chosen={chainId} onChain={onChain} />
      </div>
    </>
  );
}

const aboutOf = ({ taskId, title, unit, chains }: NeedJson): About => ({
  ...{ taskId, title, unit: unit.name, chains: chains.map(({ id }) => id) },
});

interface GroupProps {
  readonly group: ChiefJson['needs'][number];
  readonly most: number;
  onInstruct?(need: NeedJson): void;
}

function Group({ group: { kind, title, total, rows }, most, onInstruct }: GroupProps) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, most);
  return (
    <section className="chief-group" aria-labelledby={`chief-${kind}`}>
      <h2 id={`chief-${kind}`}>
        {title} <small className="pale">{total} 件</small>
      </h2>
      {shown.map((need) => (
        <Need key={`${need.taskId} ${need.dutyId}`} need={need} {...(onInstruct !== undefined && { onInstruct })} />
      ))}
      {rows.length > shown.length && (
        <Button type="link" onClick={() => setAll(true)}>
          再看 {rows.length - shown.length} 件
        </Button>
      )}
      {all && total > rows.length && (
        <p className="pale">
          只列出最急的 {rows.length} 件。<Link to="/tasks">到任务清单里看全部</Link>
        </p>
      )}
    </section>
  );
}

function Need({ need, onInstruct }: { readonly need: NeedJson; onInstruct?(need: NeedJson): void }) {
  const { taskId, title, unit, light, why, words, plan, source, dueOn, regionName } = need;
  return (
    <article className="chief-need">
      <header>
        <Light colour={light} bare />
        <Link to="/tasks/$taskId" params={{ taskId }}>
          {title}
        </Link>
        <span>{unit.name}</span>
      </header>
      <p>{why}</p>
      {words !== null && <p className="chief-words">“{words}”</p>}
      <footer>
        {plan === null ? (
          <span>{source}</span>
        ) : (
          <Link
            to="/plans/$planId"
            params={{ planId: plan.planId }}
            search={{ edition: plan.edition, ...(plan.itemId !== null && { at: plan.itemId }) }}
          >
            看方案里的原话
          </Link>
        )}
        <span>{regionName}</span>
        {dueOn !== null && <span>时限 {dueOn}</span>}
        {onInstruct !== undefined && (
          <Button size="small" onClick={() => onInstruct(need)}>
            就此交办
          </Button>
        )}
      </footer>
    </article>
  );
}

const colours = ['red', 'yellow', 'blue', 'green'] as const;

interface ChainsProps {
  readonly chains: ChiefJson['chains'];
  readonly chosen: string | undefined;
  onChain(chainId: string | undefined): void;
}

function Chains({ chains, chosen, onChain }: ChainsProps) {
  if (chains.length === 0 && chosen === undefined) return null;
  return (
    <div className="chief-scroll">
      <table className="chief-chains">
        <caption>
          产业链亮什么灯（在办，项）
          {chosen !== undefined && (
            <Button type="link" size="small" onClick={() => onChain(undefined)}>
              看全部
            </Button>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">产业链</th>
            {colours.map((colour) => (
              <th key={colour} scope="col">
                <Light colour={colour} bare />
              </th>
            ))}
            <th scope="col">办结</th>
          </tr>
        </thead>
        <tbody>
          {chains.map(({ chain, lights, closed }) => (
            <tr key={chain?.id ?? ''}>
              <th scope="row">
                {chain === null ? (
                  '不分产业链'
                ) : (
                  <button type="button" aria-pressed={chain.id === chosen} onClick={() => onChain(chain.id)}>
                    {chain.name}
                  </button>
                )}
              </th>
              {colours.map((colour) => (
                <td key={colour}>{lights.find(({ light }) => light === colour)?.count ?? 0}</td>
              ))}
              <td>{closed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
