import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import type { TaskJson } from '../../contract.ts';
import { momentWords } from '../parts/today.ts';
import { EvidenceList } from './evidence-list.tsx';

/** Things shown at first; a task of three years has hundreds. */
const step = 40;

/** Everything that happened, the newest first, with what was said and handed in. Nothing in it was ever changed. */
export function History({ task }: { readonly task: TaskJson }) {
  const [most, setMost] = useState(step);
  const [dutyId, setDutyId] = useState('');
  const id = useId();
  const units = new Map(task.duties.map((duty) => [duty.id, duty.unit.name]));
  const found = [...task.events].reverse().filter((event) => dutyId === '' || event.dutyId === dutyId);
  return (
    <aside className="history" aria-labelledby="task-history">
      <header>
        <h2 id="task-history">经过（{task.events.length}）</h2>
        {units.size > 1 && (
          <>
            <label className="visually-hidden" htmlFor={id}>
              只看一个单位的经过
            </label>
            <Select
              id={id}
              size="small"
              value={dutyId}
              options={[{ value: '', label: '全部单位' }, ...[...units].map(([value, label]) => ({ value, label }))]}
              onChange={setDutyId}
            />
          </>
        )}
      </header>
      {found.length === 0 && <p className="pale">这个单位还没有经过。</p>}
      <ol>
        {found.slice(0, most).map(({ no, what, words, by, at, evidence }) => (
          <li key={no}>
            <p className="history-what">{what}</p>
            {words !== null && words !== '' && <p className="history-words">{words}</p>}
            <EvidenceList taskId={task.id} evidence={evidence} />
            <p className="history-by">
              {by.name}，{momentWords(at)}
            </p>
          </li>
        ))}
      </ol>
      {found.length > most && (
        <Button size="small" onClick={() => setMost(most + step)}>
          看更早的 {found.length - most} 件
        </Button>
      )}
    </aside>
  );
}
