import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import './tabs.css';

export interface TabItem<K extends string> {
  readonly key: K;
  readonly title: string;
  readonly count?: number;
}

interface Props<K extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<K>[];
  readonly chosen: K;
  onChoose(key: K): void;
  /** Id of the panel that shows the chosen tab. */
  readonly panel: string;
  readonly children?: ReactNode;
}

/** Tabs in one line (w3.org/WAI/ARIA/apg/patterns/tabs): arrows move, Tab goes on into the panel. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, panel }: Props<K>) {
  const bar = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>(`[data-tab="${chosen}"]`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (moved.current) tab?.focus();
    moved.current = false;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ key }) => key === chosen);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moved.current = true;
    onChoose(tabs[(at + step + tabs.length) % tabs.length]!.key);
  };
  return (
    <div role="tablist" className="jw-tabs" aria-label={label} ref={bar} onKeyDown={onKeyDown}>
      {tabs.map(({ key, title, count }) => (
        <button
          key={key}
          type="button"
          role="tab"
          data-tab={key}
          id={`${panel}-${key}`}
          aria-controls={panel}
          aria-selected={key === chosen}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {title}
          {count !== undefined && <span className="jw-tab-count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
