import { Button } from 'antd';
import { useState } from 'react';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import { PickInput } from '../../../../platform/web/form/pick-input.tsx';
import type { PlanTasksJson } from '../../contract.ts';
import { unitsCalled } from '../task/units.ts';

type PlanName = PlanTasksJson['names'][number];

interface Props {
  readonly names: readonly PlanName[];
  onDecide(name: string, unitIds: string[] | null): Promise<void>;
}

/** Names of the plan that are not one unit of the register: who is meant, said once for the whole plan. */
export function PlanNames({ names, onDecide }: Props) {
  const open = names.filter(({ decided }) => !decided);
  const [all, setAll] = useState(false);
  const shown = all ? names : open;
  if (names.length === 0) return null;
  return (
    <section className="origin-names" aria-labelledby="plan-names">
      <h2 id="plan-names">
        {open.length === 0 ? '单位名称都定下了' : `先定下 ${open.length} 个名称指谁`}
        {names.length > open.length && (
          <Button type="link" onClick={() => setAll(!all)}>
            {all ? '只看没定的' : `看定下的 ${names.length - open.length} 个`}
          </Button>
        )}
      </h2>
      {shown.map((name) => (
        <NameRow key={`${name.name} ${name.decided}`} name={name} onDecide={onDecide} />
      ))}
    </section>
  );
}

function NameRow({ name, onDecide }: { readonly name: PlanName; readonly onDecide: Props['onDecide'] }) {
  const [picked, setPicked] = useState<readonly string[]>(name.units.map(({ id }) => id));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const known = [...name.units, ...name.suggestions].map(({ id, name: label }) => ({ value: id, label }));
  const decide = async (unitIds: string[] | null): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      await onDecide(name.name, unitIds);
    } catch (cause) {
      setFailed(cause);
    } finally {
      setBusy(false);
    }
  };
  const likely = name.suggestions.filter(({ id }) => !picked.includes(id));
  return (
    <div className="origin-name">
      <span>
        <b>{name.name}</b>{' '}
        <small>
          {name.collective ? '统称，' : ''}在 {name.items} 项里
        </small>
      </span>
      <span className="origin-name-pick">
        <ExtraPicks kind="unit" find={unitsCalled} known={known}>
          <PickInput
            of="unit"
            several
            {...({ 'aria-label': `“${name.name}”指哪些单位` } as object)}
            value={picked}
            onChange={(next) => setPicked(next === null ? [] : [next].flat())}
          />
        </ExtraPicks>
        {likely.length > 0 && (
          <span>
            <small>可能是：</small>
            {name.collective && likely.length > 1 && (
              <Button type="link" size="small" onClick={() => setPicked([...picked, ...likely.map(({ id }) => id)])}>
                全部 {likely.length} 个
              </Button>
            )}
            {likely.slice(0, 12).map(({ id, name: label }) => (
              <Button key={id} type="link" size="small" onClick={() => setPicked([...picked, id])}>
                {label}
              </Button>
            ))}
          </span>
        )}
        {failed !== null && <Refusals sentences={sentencesOf(failed)} />}
      </span>
      <span>
        <Button loading={busy} disabled={picked.length === 0} onClick={() => void decide([...picked])}>
          定下
        </Button>
        {name.decided && (
          <Button type="link" disabled={busy} onClick={() => void decide(null)}>
            收回
          </Button>
        )}
      </span>
    </div>
  );
}
