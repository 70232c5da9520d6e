import { useWorkbench } from './workbench-context.ts';

/** On a narrow screen: document or structure, one at a time. */
export function SideSwitch() {
  const { view, change, version } = useWorkbench();
  const button = (side: 'document' | 'structure', words: string) => (
    <button type="button" aria-pressed={view.side === side} onClick={() => change({ do: 'side', side })}>
      {words}
    </button>
  );
  return (
    <nav className="side-switch" aria-label="原文与条目">
      {button('document', '原文')}
      {button('structure', `条目 ${version.items.length}`)}
    </nav>
  );
}
