import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { type InstructedJson, overviewApi, tasksApi } from '../../contract.ts';
import { checkContent, contentFields, contentIn } from '../task/content/fields.tsx';
import { unitsCalled } from '../task/units.ts';
import { useChanged } from '../task/use-changed.ts';
import { linesFor } from './from-draft.ts';
import './chief.css';

/** What an instruction is about, when it was begun at something that needs the chief. */
export interface About {
  readonly taskId: string;
  readonly title: string;
  readonly unit: string;
  readonly chains: readonly string[];
}

interface Props {
  readonly about: About | null;
  onAway(): void;
}

/** Two sentences in one's own words; the task that comes of them is shown before it is sent. */
export function InstructBox({ about, onAway }: Props) {
  const [words, setWords] = useState('');
  const [done, setDone] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const box = useRef<HTMLElement>(null);
  const read = useMutation({
    mutationFn: (said: string) => send(overviewApi.readInstruction, { body: { words: said } }),
  });
  useEffect(() => {
    if (about === null) return;
    setWords((before) => (before === '' ? `请${about.unit}` : before));
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector('textarea')?.focus();
  }, [about]);
  const away = (): void => {
    setWords('');
    read.reset();
    onAway();
  };
  return (
    <section className="instruct" aria-labelledby="instruct" ref={box}>
      <h2 id="instruct">交办一件事</h2>
      {about !== null && (
        <p className="instruct-about">
          <span className="pale">就这一项交办：</span>
          <Link to="/tasks/$taskId" params={{ taskId: about.taskId }}>
            {about.title}
          </Link>
          <Button type="link" size="small" onClick={onAway}>
            与它无关
          </Button>
        </p>
      )}
      <Input.TextArea
        value={words}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        aria-label="要办的事：谁牵头、谁配合、办什么、什么时候办完"
        placeholder="例如：请工信局牵头、商务局配合，9月底前把外贸订单对接会办好。"
        onChange={({ target }) => {
          setWords(target.value);
          setDone(null);
          if (read.data !== undefined) read.reset();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || words.trim() === '') return;
          event.preventDefault();
          read.mutate(words);
        }}
      />
      <div className="instruct-buttons">
        <Button
          type={read.data === undefined ? 'primary' : 'default'}
          disabled={words.trim() === ''}
          loading={read.isPending}
          onClick={() => read.mutate(words)}
        >
          看成了什么任务
        </Button>
        {words !== '' && <Button onClick={away}>清空</Button>}
        <span className="jw-form-hint">Ctrl+回车 先看再发</span>
      </div>
      {read.error !== null && <Refusals sentences={sentencesOf(read.error)} />}
      {done !== null && (
        <p role="status">
          已交办：
          <Link to="/tasks/$taskId" params={{ taskId: done.id }}>
            {done.title}
          </Link>
          ，责任单位已收到。
        </p>
      )}
      {read.data !== undefined && (
        <Result
          key={read.data.words}
          found={read.data}
          about={about}
          onSent={(task) => {
            setDone(task);
            away();
          }}
        />
      )}
    </section>
  );
}

const fields: readonly Field[] = [
  { input: 'text', name: 'title', label: '任务', required: true, most: 120 },
  ...contentFields.filter(({ name }) => name !== 'figures'),
];

interface ResultProps {
  readonly found: InstructedJson;
  readonly about: About | null;
  onSent(task: { readonly id: string; readonly title: string }): void;
}

/** The task as it was understood; everything in it can still be put right. */
function Result({ found, about, onSent }: ResultProps) {
  const changed = useChanged();
  const known = found.duties.flatMap(({ unit, candidates }) => [
    ...(unit.id === null ? [] : [{ value: unit.id, label: unit.name }]),
    ...candidates.map(({ id, name }) => ({ value: id, label: name })),
  ]);
  return (
    <div className="instruct-result">
      {found.doubts.length > 0 && (
        <ul className="instruct-doubts">
          {found.doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <ExtraPicks kind="unit" find={unitsCalled} known={known}>
        <DataForm
          label="交办的任务"
          fields={fields}
          initial={{ title: found.title, ...linesFor(found) }}
          check={checkContent}
          submitText="交办"
          onSubmit={async (values) => {
            const task = await send(tasksApi.createTask, {
              body: {
                ...{ title: String(values.title ?? '').trim(), words: found.words, source: { kind: 'instruction' } },
                chains: about === null ? found.chains.map(({ id }) => id) : [...about.chains],
                ...contentIn(values),
                ...{ dependsOn: [], send: true },
              },
            });
            changed(task);
            notify('已交办，责任单位已收到。');
            onSent({ id: task.id, title: task.title });
          }}
        />
      </ExtraPicks>
    </div>
  );
}
