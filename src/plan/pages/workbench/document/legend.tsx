import { useState } from 'react';
import { KindSign } from '../../wording/kind-sign.tsx';
import { kindWord } from '../../wording/words.ts';
import type { PlanVersion } from '../version.ts';
import type { Mark } from './marks.ts';

type Kind = Mark['kind'];

export interface HiddenKinds {
  readonly kinds: ReadonlySet<Kind>;
  toggle(kind: Kind): void;
}

export function useHiddenKinds(): HiddenKinds {
  const [kinds, setKinds] = useState<ReadonlySet<Kind>>(new Set());
  const toggle = (kind: Kind): void => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    setKinds(next);
  };
  return { kinds, toggle };
}

const order: readonly Kind[] = ['indicator', 'task', 'clause', 'table', 'finding'];

/** What the marks mean; each kind can be hidden. */
export function Legend({ version, hidden }: { readonly version: PlanVersion; readonly hidden: HiddenKinds }) {
  const { indicators, tasks, clauses, tables, errors, warnings, notices } = version.counts;
  const counts = {
    indicator: indicators,
    task: tasks,
    clause: clauses,
    table: tables,
    finding: errors + warnings + notices,
  };
  return (
    <fieldset className="legend">
      <legend className="visually-hidden">原文中的标记</legend>
      {order.map((kind) => (
        <button
          key={kind}
          type="button"
          className="legend-kind"
          aria-pressed={!hidden.kinds.has(kind)}
          title={hidden.kinds.has(kind) ? '显示这类标记' : '隐藏这类标记'}
          onClick={() => hidden.toggle(kind)}
        >
          {kind === 'finding' ? (
            <i className="sign sign-finding" aria-hidden="true">
              !
            </i>
          ) : (
            <KindSign kind={kind} />
          )}
          {kind === 'finding' ? '体检' : kindWord[kind]}
          <span className="legend-count">{counts[kind]}</span>
        </button>
      ))}
      <span className="legend-lines">
        <i className="line-open" /> 待核 <i className="line-done" /> 已核
      </span>
    </fieldset>
  );
}
