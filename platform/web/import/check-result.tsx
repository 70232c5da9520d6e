import { List } from '../list/list.tsx';
import type { Column } from '../list/model.ts';
import type { ImportCheck, ImportDifference, ImportFault, ImportKind } from './model.ts';

const fates: Readonly<Record<ImportDifference['fate'], string>> = {
  ...{ added: '新增', changed: '修改', ended: '停用', removed: '删去' },
};

const faultColumns: readonly Column<ImportFault & { key: string }>[] = [
  {
    key: 'place',
    title: '位置',
    width: '150px',
    narrow: 'figure',
    render: ({ sheet, row }) => [sheet, row === null ? '' : `第 ${row} 行`].filter(Boolean).join(' '),
  },
  { key: 'message', title: '问题', width: 'minmax(240px, 1fr)', narrow: 'main', render: ({ message }) => message },
];

/** What the check found: everything that is wrong, or what would change. */
export function CheckResult({ found, kind }: { readonly found: ImportCheck; readonly kind: ImportKind }) {
  const { rows, faultCount, faults, counts, differences } = found;
  if (faultCount > 0) {
    const keyed = faults.map((fault, at) => ({ ...fault, key: String(at) }));
    return (
      <>
        <p role="alert">
          读了 {rows} 行，有 <strong>{faultCount}</strong> 处问题，什么都没有存。
          {faultCount > faults.length && `下面是前 ${faults.length} 处，其余的在标明问题的文件里。`}
        </p>
        <List
          label="问题"
          rows={keyed}
          columns={faultColumns}
          keyOf={({ key }) => key}
          nameOf={({ message }) => message}
          empty={null}
        />
      </>
    );
  }
  if (counts.length === 0) return <p role="status">读了 {rows} 行，和现有的完全一样，没有要导入的。</p>;
  return (
    <>
      <p role="status">读了 {rows} 行，没有问题。将要：</p>
      <ul className="jw-import-counts">
        {counts.map(({ sheet, added, changed, ended }) => (
          <li key={sheet}>
            <strong>{sheet}</strong>：
            {[`新增 ${added}`, `修改 ${changed}`, `停用 ${ended}`].filter((words) => !words.endsWith(' 0')).join('，')}
          </li>
        ))}
      </ul>
      <details>
        <summary>逐条查看{differences.length < total(found) && `（前 ${differences.length} 条）`}</summary>
        <List
          label="改动"
          rows={differences}
          columns={columnsFor(kind)}
          keyOf={({ sheet, key }) => `${sheet} ${key}`}
          nameOf={({ name }) => name}
          empty={null}
        />
      </details>
    </>
  );
}

const total = ({ counts }: ImportCheck): number =>
  counts.reduce((sum, { added, changed, ended }) => sum + added + changed + ended, 0);

const columnsFor = (kind: ImportKind): readonly Column<ImportDifference>[] => [
  { key: 'sheet', title: '表', width: '90px', render: ({ sheet }) => sheet },
  { key: 'name', title: '名称', width: 'minmax(160px, 1fr)', narrow: 'main', render: ({ name }) => name },
  { key: 'fate', title: '', width: '70px', narrow: 'figure', render: ({ fate }) => fates[fate] },
  {
    key: 'changes',
    title: '内容',
    width: 'minmax(240px, 2fr)',
    render: ({ fate, changes }) =>
      changes
        .map(({ field, before, after }) =>
          fate === 'added'
            ? `${kind.fieldName(field)}：${after ?? ''}`
            : `${kind.fieldName(field)}：${before ?? '空'} → ${after ?? '空'}`,
        )
        .join('；'),
  },
];
