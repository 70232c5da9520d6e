import type { Column } from '../../../../platform/web/list/model.ts';
import type { DiffJson } from '../../contract.ts';
import { KindSign } from '../wording/kind-sign.tsx';
import { figureOf, titleOf } from '../wording/titles.ts';
import { kindWord } from '../wording/words.ts';
import { ChangedFields } from './changed-fields.tsx';
import { whatChanged } from './what-changed.ts';

type Line = DiffJson['items'][number];

const words = { added: '新增', removed: '删去', changed: '改动', moved: '移位' } as const;
const signs = { added: '＋', removed: '－', changed: '✎', moved: '↕' } as const;

export const diffColumns: readonly Column<Line>[] = [
  {
    key: 'change',
    title: '变化',
    width: '84px',
    narrow: 'figure',
    render: ({ change }) => (
      <span className={`diff-change diff-${change}`}>
        <i aria-hidden="true">{signs[change]}</i> {words[change]}
      </span>
    ),
    sortBy: ({ change }) => Object.keys(words).indexOf(change),
  },
  {
    key: 'kind',
    title: '类别',
    width: '64px',
    narrow: 'off',
    render: ({ kind }) => <KindSign kind={kind} />,
    sortBy: ({ kind }) => kindWord[kind],
  },
  {
    key: 'title',
    title: '条目',
    width: 'minmax(180px, 1fr)',
    narrow: 'main',
    render: ({ from, to }) => {
      const item = to ?? from;
      return item && titleOf(item);
    },
  },
  {
    key: 'fields',
    title: '旧 → 新',
    width: 'minmax(280px, 2fr)',
    render: (line) => <WhatChanged line={line} />,
  },
];

function WhatChanged({ line }: { readonly line: Line }) {
  const { change, from, to } = line;
  if (change === 'added') return to && <ins className="diff-new">{figureOf(to)}</ins>;
  if (change === 'removed') return from && <del className="diff-old">{figureOf(from)}</del>;
  const fields = whatChanged(line);
  if (fields.length === 0)
    return <span className="diff-place">{change === 'moved' ? '只换了位置' : '只有措辞或出处不同'}</span>;
  return <ChangedFields fields={fields} />;
}
