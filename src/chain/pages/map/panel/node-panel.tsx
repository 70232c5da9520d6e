import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Fact, Facts } from '../../../../../platform/web/layout/facts.tsx';
import { useMay } from '../../../../../platform/web/shell/session-context.ts';
import { type ChainMapJson, type ChainMapNodeJson, chainMapApi } from '../../../contract/map.ts';
import { type Neighbour, neighboursOf } from '../chart-of.ts';
import { StateWord } from '../narrow/stage-list.tsx';
import { outputText, rateText } from '../words.ts';
import { GapEntryDialog } from './gap-entry-dialog.tsx';
import { GapTaskDialog } from './gap-task-dialog.tsx';
import { PlacedList } from './placed-list.tsx';

interface Props {
  readonly map: ChainMapJson;
  readonly node: ChainMapNodeJson;
  onNode(node: string): void;
  onClose(): void;
  onChanged(): void;
}

/** Why a node is strong or weak, who makes up its output, and what is done about a gap. */
export function NodePanel({ map, node, onNode, onClose, onChanged }: Props) {
  const [dialog, setDialog] = useState<'entry' | 'task' | null>(null);
  const mayInstruct = useMay('task.instruct');
  const { standing } = node;
  const { before, after } = neighboursOf(node.id, map);
  const gap = standing.state === 'weak' || standing.state === 'missing';
  const kind = gap ? 'primary' : 'default';
  return (
    <section className="cm-panel" aria-label={`${node.name}的情况`}>
      <header>
        <h2>{node.name}</h2>
        <StateWord state={standing.state} />
        {node.kind === 'support' && <small>配套环节</small>}
        {node.local && <small>本地加的环节</small>}
        <Button
          type="text"
          aria-label="关闭"
          icon={<CloseOutlined aria-hidden="true" />}
          onClick={onClose}
          className="cm-close"
        />
      </header>
      <p className="cm-why">{standing.reason}</p>
      <Facts className="cm-facts">
        <Fact name="企业">
          {standing.enterprises} 家{standing.confirmed > 0 && `，人工核定 ${standing.confirmed} 家`}
        </Fact>
        <Fact name="规上企业">{standing.aboveScale} 家</Fact>
        <Fact name={`${map.year} 年产值`}>
          {outputText(standing.output)}
          {standing.reported > 0 && standing.reported < standing.enterprises && `（${standing.reported} 家有数）`}
        </Fact>
        <Fact name="本地供给率">
          {rateText(standing.localRate)}
          {standing.localRate !== null && '（推算）'}
        </Fact>
        {standing.need !== null && <Fact name="下游需要">{outputText(standing.need)}（推算）</Fact>}
        {standing.employees !== null && <Fact name="用工">{standing.employees.toLocaleString('zh-CN')} 人</Fact>}
      </Facts>
      <Neighbours title="从上游来" list={before} onNode={onNode} />
      <Neighbours title="往下游去" list={after} onNode={onNode} />
      {map.mayKeep && (
        <p className="cm-acts">
          <Button type={kind} onClick={() => setDialog('entry')}>
            列入招商目标
          </Button>
          {mayInstruct && <Button onClick={() => setDialog('task')}>立为任务</Button>}
        </p>
      )}
      <Gaps chainId={map.chainId} nodeId={node.id} />
      <h3>这个环节的企业</h3>
      <PlacedList map={map} nodeId={node.id} onChanged={onChanged} />
      {(node.codes.length > 0 || node.words.length > 0) && (
        <details className="cm-words">
          <summary>归到这里的行业代码和产品词</summary>
          <p>
            {node.codes.map(({ code, name }) => `${code}${name === null ? '' : ` ${name}`}`).join('；') ||
              '没有行业代码'}
          </p>
          <p>{node.words.join('、') || '没有产品词'}</p>
        </details>
      )}
      {dialog === 'entry' && (
        <GapEntryDialog
          map={map}
          node={node}
          onClose={() => setDialog(null)}
          onDone={() => closed(setDialog, onChanged)}
        />
      )}
      {dialog === 'task' && (
        <GapTaskDialog
          map={map}
          node={node}
          onClose={() => setDialog(null)}
          onDone={() => closed(setDialog, onChanged)}
        />
      )}
    </section>
  );
}

function closed(setDialog: (next: null) => void, onChanged: () => void): void {
  setDialog(null);
  onChanged();
}

interface NeighboursProps {
  readonly title: string;
  readonly list: readonly Neighbour[];
  onNode(node: string): void;
}

const Neighbours = ({ title, list, onNode }: NeighboursProps) =>
  list.length === 0 ? null : (
    <div className="cm-neighbours">
      <span>{title}</span>
      <ul aria-label={title}>
        {list.map(({ id, name, flows }) => (
          <li key={`${id} ${flows}`}>
            <button type="button" className="cm-link" onClick={() => onNode(id)}>
              {name}
            </button>
            {flows !== '' && <small>{flows}</small>}
          </li>
        ))}
      </ul>
    </div>
  );

/** What was made of this gap so far. */
function Gaps({ chainId, nodeId }: { readonly chainId: string; readonly nodeId: string }) {
  const gaps = useQuery(queryFor(chainMapApi.listGaps, { params: { chainId } }));
  const mine = gaps.data?.gaps.filter(({ node }) => node.id === nodeId) ?? [];
  if (mine.length === 0) return null;
  return (
    <ul className="cm-gaps" aria-label="已经列入的">
      {mine.map(({ id, kind, targetId, listId, title, at, by, settledOn }) => (
        <li key={id}>
          {kind === 'task' ? (
            <Link to="/tasks/$taskId" params={{ taskId: targetId }}>
              任务：{title}
            </Link>
          ) : (
            <Link to="/chains/$chainId" params={{ chainId }} search={listId === null ? {} : { list: listId }}>
              清单：{title}
            </Link>
          )}
          <small>
            {by}，{new Date(at).toLocaleDateString('zh-CN')}
            {settledOn !== null && `，${settledOn} 办结`}
          </small>
        </li>
      ))}
    </ul>
  );
}
