import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { numbered } from '../../../../platform/web/layout/numbered.ts';
import { type BulletinJson, type ComparisonJson, reportApi } from '../../contract.ts';
import { FigurePanel } from '../paper/figure-panel.tsx';
import { PaperTag } from '../parts/state-tag.tsx';
import { momentWords } from '../parts/words.ts';

type BlockChange = ComparisonJson['blocks'][number];
type Fault = BlockChange['faults'][number];

const changeNames: Readonly<Record<BlockChange['change'], string>> = {
  same: '没有改',
  changed: '改过',
  new: '新加',
  gone: '删去',
  moved: '移动',
};

interface Props {
  readonly paper: BulletinJson;
  readonly unsaved: boolean;
}

/** What people made of the composed text: what went, what came, by whom, and numbers that are not the frozen ones. */
export function ComparisonView({ paper, unsaved }: Props) {
  const compared = useQuery(queryFor(reportApi.compareBulletin, { params: { bulletinId: paper.id } }));
  const [figure, setFigure] = useState<string | null>(null);
  if (compared.error) return <Failure error={compared.error} onRetry={() => void compared.refetch()} />;
  if (compared.data === undefined) return <Waiting lines={8} />;
  const { title, blocks, changed, faults, names } = compared.data;
  const shown = blocks.filter(({ change }) => change !== 'same');
  const isTitleChanged = title.some(({ change }) => change !== 'same');
  return (
    <div className="compare">
      {unsaved && (
        <p className="paper-notice" role="status">
          还有没保存的改动，这里对照的是上次保存的。
        </p>
      )}
      {changed === 0 ? (
        <Empty title="和生成的一样">
          <p>文字和数都没有改过。</p>
        </Empty>
      ) : (
        <p className="bulletins-under">
          改了 {changed} 处{faults === 0 ? '，数都和冻结的一样。' : `，其中 ${faults} 个数和冻结的不同，或者是手写的。`}
        </p>
      )}
      <ol className="compare-list">
        {isTitleChanged && (
          <li>
            <p className="compare-head">
              <PaperTag>标题</PaperTag>
            </p>
            <Words words={title} />
          </li>
        )}
        {shown.map((block) => (
          <li key={block.id}>
            <p className="compare-head">
              <PaperTag tone={block.change === 'gone' ? 'bad' : block.change === 'new' ? 'good' : 'waits'}>
                {changeNames[block.change]}
              </PaperTag>
              {block.by !== null && block.at !== null && (
                <span>
                  {block.by}，{momentWords(block.at)}
                </span>
              )}
            </p>
            <Words words={block.words} />
            {block.faults.length > 0 && (
              <ul className="compare-faults">
                {numbered(block.faults).map(({ at, value: fault }) => (
                  <li key={at} className={`compare-${fault.kind}`}>
                    <FaultWords fault={fault} names={names} onFigure={setFigure} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <FigurePanel bulletinId={paper.id} figure={figure} onClose={() => setFigure(null)} />
    </div>
  );
}

/** What went is struck out, what came is underlined: told without colour too. */
const Words = ({ words }: { readonly words: BlockChange['words'] }) => (
  <p className="compare-words">
    {numbered(words).map(({ at: key, value: { change, text } }) => {
      if (change === 'gone') return <del key={key}>{text}</del>;
      return change === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
    })}
  </p>
);

interface FaultProps {
  readonly fault: Fault;
  readonly names: ComparisonJson['names'];
  onFigure(id: string): void;
}

function FaultWords({ fault, names, onFigure }: FaultProps) {
  if (fault.kind === 'typed') return <>“{fault.typed}”是手写的，冻结的内容里没有对应的数。</>;
  const source = (
    <button type="button" className="paper-figure" onClick={() => onFigure(fault.figure)}>
      {names[fault.figure] ?? fault.figure}
    </button>
  );
  switch (fault.kind) {
    case 'differs':
      return (
        <>
          {source}冻结的是 <b>{fault.frozen}</b>，文中写成了 <b>{fault.typed}</b>。
        </>
      );
    case 'unbound':
      return (
        <>
          {source}写成了手写的“{fault.typed}”，数没有错，但点不开来历。
        </>
      );
    case 'gone':
      return (
        <>
          删去了{source}（{fault.frozen}）。
        </>
      );
    default:
      return null;
  }
}
