import { type Shortcut, useShortcuts } from '../../../../platform/web/shortcuts/registry.ts';
import { nextOpen, reviewing } from './use-reviewing.ts';
import type { Tab } from './view/view-state.ts';
import type { Workbench } from './workbench-context.ts';

const tabs: readonly Tab[] = ['outline', 'all', 'indicator', 'task', 'clause', 'table', 'findings'];

/** Every key of the workbench; the help prints these very lines. */
export function useBenchShortcuts(workbench: Workbench): void {
  const moving = movingKeys(workbench);
  useShortcuts('看条目', moving);
  useShortcuts('改条目', changingKeys(workbench));
  useShortcuts('看原文', documentKeys(workbench));
}

function movingKeys({ view, change, listed, version, index }: Workbench): readonly Shortcut[] {
  const rows: readonly { readonly id: string }[] =
    view.tab === 'findings' ? version.findings.filter((finding) => finding.dismissed === null) : listed;
  const at = rows.findIndex(({ id }) => id === view.current?.id);
  const go = (to: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row) change({ do: 'look', id: row.id, from: 'structure' });
  };
  const findings = version.findings.filter((finding) => finding.dismissed === null);
  const goFinding = (step: 1 | -1): void => {
    const from = findings.findIndex(({ id }) => id === view.current?.id);
    const next = findings[from < 0 ? (step > 0 ? 0 : findings.length - 1) : from + step];
    if (next) change({ do: 'look', id: next.id, from: 'structure', kind: 'finding' });
  };
  const open = nextOpen(listed, index.itemById.has(view.current?.id ?? '') ? view.current?.id : undefined);
  return [
    { keys: ['j'], label: '下一条', run: () => go(at + 1) },
    { keys: ['k'], label: '上一条', run: () => go(at < 0 ? 0 : at - 1) },
    {
      keys: ['n'],
      label: '下一条待核的',
      enabled: open !== undefined,
      run: () => change({ do: 'look', id: open ?? null, from: 'structure' }),
    },
    { keys: [']'], label: '下一处体检发现', run: () => goFinding(1) },
    { keys: ['['], label: '上一处体检发现', run: () => goFinding(-1) },
    { keys: ['1', '7'], label: '换分类：大纲、全部……体检（1 到 7）', enabled: false, run: () => undefined },
    ...tabs.map(
      (tab, place): Shortcut => ({
        keys: [String(place + 1)],
        label: tab,
        unlisted: true,
        run: () => change({ do: 'tab', tab }),
      }),
    ),
    { keys: ['t'], label: '条目占满宽度、与原文并排', run: () => change({ do: 'wide', wide: !view.wide }) },
    { keys: ['/'], label: '搜索条目', run: () => document.getElementById('item-search')?.focus() },
  ];
}

function changingKeys(workbench: Workbench): readonly Shortcut[] {
  const { view, change, actions, editable, reviewable, may, open, index, version } = workbench;
  const { settle, remove } = reviewing(workbench);
  const current = index.itemById.get(view.current?.id ?? '')?.id;
  const meant = view.ticked.size > 0 ? [...view.ticked] : current === undefined ? [] : [current];
  const can = editable && view.writing === null;
  const judging = reviewable && view.writing === null && meant.length > 0;
  return [
    {
      keys: ['y'],
      label: '确认（勾选的几条或当前一条），看下一条',
      enabled: judging,
      run: () => void settle(meant, 'confirmed'),
    },
    { keys: ['x'], label: '剔除', enabled: judging, run: () => void settle(meant, 'rejected') },
    { keys: ['u'], label: '改回待核', enabled: judging, run: () => void actions.review(meant, 'unreviewed') },
    { keys: [' '], label: '勾选当前一行（Ctrl+A 全部勾选）', enabled: false, run: () => undefined },
    {
      keys: ['e', 'Enter'],
      label: '更正',
      enabled: can && current !== undefined,
      run: () => change({ do: 'write', writing: { what: 'correction', id: current! } }),
    },
    {
      keys: ['a'],
      label: '把选中的文字补录为条目',
      enabled: can && view.selected !== null,
      run: () => change({ do: 'write', writing: { what: 'addition', kind: 'indicator', place: view.selected! } }),
    },
    { keys: ['m'], label: '合并', enabled: can && meant.length > 0, run: () => open('merge') },
    {
      keys: ['Delete', 'Backspace'],
      label: '删除',
      enabled: can && current !== undefined,
      run: () => void remove(current!),
    },
    {
      keys: ['Mod+z'],
      label: '撤销',
      enabled: reviewable && version.draft?.undo != null,
      run: () => void actions.undo(),
    },
    {
      keys: ['Mod+Shift+z', 'Mod+y'],
      label: '重做',
      enabled: reviewable && version.draft?.redo != null,
      run: () => void actions.redo(),
    },
    {
      keys: ['p'],
      label: '发布',
      enabled: version.draft !== null && may.publish && view.writing === null,
      run: () => open('publish'),
    },
  ];
}

/** The first moves the focus; the others are the document's own (use-document-keys.ts) and stand here for the help. */
function documentKeys({ view, change }: Workbench): readonly Shortcut[] {
  const focus = (): void => {
    const box = document.querySelector<HTMLElement>('.document-scroll');
    const inDocument = box?.contains(document.activeElement) ?? false;
    if (view.wide) change({ do: 'wide', wide: false });
    change({ do: 'side', side: inDocument ? 'structure' : 'document' });
    requestAnimationFrame(() =>
      inDocument ? document.querySelector<HTMLElement>('.jw-grid [tabindex="0"]')?.focus() : box?.focus(),
    );
  };
  const told = (keys: readonly string[], label: string): Shortcut => ({
    keys,
    label,
    enabled: false,
    run: () => undefined,
  });
  return [
    { keys: ['g'], label: '在原文和条目之间切换', run: focus },
    told(['ArrowDown', 'ArrowUp'], '在原文中：选下一句、上一句'),
    told(['Shift+ArrowDown', 'Shift+ArrowUp'], '在原文中：多选一句'),
    told(['Shift+ArrowRight', 'Shift+ArrowLeft'], '在原文中：选区末尾伸、缩一字'),
    told(['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft'], '在原文中：选区开头移一字'),
    told(['Enter'], '在原文中：看选中处的条目'),
  ];
}
