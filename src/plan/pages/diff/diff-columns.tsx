import type { Column } from '../../../../platform/web/list/model.ts';
import type { DiffJson } from '../../contract.ts';
import { fieldValue, fieldWord } from '../wording/fields.ts';
import { figureOf, titleOf } from '../wording/titles.ts';
import { kindSign, kindWord } from '../wording/words.ts';

type Line = DiffJson['items'][number];

const words = { added: '新增', removed: '删去', changed: '改动', moved: '移位' } as const;
const signs = { added: '＋', removed: '－', changed: '✎', moved: '↕' } as const;

/** Fields that only say where an item stands; they change whenever the text before it does. */
const PLACES = new Set(['start', 'end', 'path', 'text', 'confidence', 'rejected', 'no', 'repeat']);

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
    render: ({ kind }) => (
      <i className={`sign sign-${kind}`} title={kindWord[kind]}>
        {kindSign[kind]}
      </i>
    ),
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
  const fields = line.fields.filter(({ field }) => !PLACES.has(field));
  if (fields.length === 0)
    return <span className="diff-place">{change === 'moved' ? '只换了位置' : '只有措辞或出处不同'}</span>;
  return (
    <dl className="diff-fields">
      {fields.map(({ field, from: old, to: now }) => (
        <div key={field}>
          <dt>{fieldWord(field)}</dt>
          <dd>
            <del className="diff-old">{fieldValue(field, old)}</del>
            <span aria-hidden="true"> → </span>
            <ins className="diff-new">{fieldValue(field, now)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
