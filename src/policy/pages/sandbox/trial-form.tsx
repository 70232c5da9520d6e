import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Refusals } from '../../../../platform/web/feedback/failure.tsx';
import type { FiguresJson, TrialQueryJson } from '../../contract.ts';
import { readChanges, type TypedFigures } from './changes.ts';
import { FiguresTable } from './figures-table.tsx';
import { type People, PeopleFields, peopleOf, readPeople } from './people-fields.tsx';
import { ReportView } from './report-view.tsx';
import { refusalsIn, saveTrial, type TrialInput, type TrialState, useTrial } from './use-trial.ts';

type Faults = Readonly<Record<string, string>>;

/** The figures, whom to try them on, and what came out. */
export function TrialForm({ figures }: { readonly figures: FiguresJson }) {
  const [typed, setTyped] = useState<TypedFigures>({});
  const [people, setPeople] = useState<People>(() => peopleOf(figures.on.slice(0, 4), figures.budgets));
  const [faults, setFaults] = useState<Faults>({});
  const { state, run, stop } = useTrial();
  const form = useRef<HTMLFormElement>(null);
  const told = state.kind === 'refused' ? atFields(state.refusals) : null;
  const shown: Faults = { ...faults, ...told?.faults };
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readChanges(figures.figures, typed);
    const asked = readPeople(people);
    const wrong = { ...read.faults, ...asked.faults };
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    const query = { on: figures.on, ...asked.query } as TrialQueryJson;
    void run({
      policyId: figures.policyId,
      query: read.changes.length === 0 ? query : { ...query, changes: JSON.stringify(read.changes) },
      file: people.kind === 'file' ? people.file : null,
    });
  };
  return (
    <>
      <form className="try-form" aria-label="试算" onSubmit={submit} ref={form} noValidate>
        <FiguresTable
          figures={figures.figures}
          typed={typed}
          faults={shown}
          onType={(id, next) => {
            setTyped({ ...typed, [id]: next });
            setFaults(({ [id]: _mended, ...rest }) => rest);
          }}
        />
        <PeopleFields
          people={people}
          figures={figures}
          faults={shown}
          onChange={(next) => {
            setPeople(next);
            setFaults({});
          }}
        />
        <Refusals sentences={told?.others ?? []} />
        <p className="try-buttons">
          <Button type="primary" htmlType="submit" disabled={state.kind === 'running'}>
            开始试算
          </Button>
          {state.kind === 'running' && <Button onClick={stop}>停下</Button>}
        </p>
        <Running state={state} />
      </form>
      {state.kind === 'done' && (
        <>
          <Take input={state.input} />
          <ReportView answer={state.answer} figures={figures} />
        </>
      )}
    </>
  );
}

/** Refusals at the figures and fields that they speak of; the rest above the button. */
function atFields(refusals: Extract<TrialState, { kind: 'refused' }>['refusals']) {
  const faults: Record<string, string> = {};
  const others: string[] = [];
  for (const { field, message } of refusals) {
    const name = field?.startsWith('changes.') ? field.slice('changes.'.length) : field;
    if (name !== undefined && !/[:\s]/u.test(name) && name !== 'changes') faults[name] = message;
    else others.push(message);
  }
  return { faults, others };
}

function Running({ state }: { readonly state: TrialState }) {
  return (
    <div role="status" className="try-running">
      {state.kind === 'running' && (
        <>
          <Progress percent={state.percent} size="small" aria-label="试算的进度" />
          <span>正在算，已经 {state.rows.toLocaleString('zh-CN')} 户。别的页面照常可用。</span>
        </>
      )}
      {state.kind === 'done' && <span className="visually-hidden">试算完了，结果在下面。</span>}
    </div>
  );
}

/** Results are taken along as files: the server keeps nothing. */
function Take({ input }: { readonly input: TrialInput }) {
  const [busy, setBusy] = useState<'xlsx' | 'csv' | null>(null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const take = async (format: 'xlsx' | 'csv'): Promise<void> => {
    setBusy(format);
    setWrong([]);
    await saveTrial(input, format).catch((error) => setWrong(refusalsIn(error).map(({ message }) => message)));
    setBusy(null);
  };
  return (
    <div className="policy-buttons try-take">
      <Button
        icon={<DownloadOutlined aria-hidden="true" />}
        loading={busy === 'xlsx'}
        disabled={busy !== null}
        onClick={() => void take('xlsx')}
      >
        各张表（Excel）
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden="true" />}
        loading={busy === 'csv'}
        disabled={busy !== null}
        onClick={() => void take('csv')}
      >
        逐户（CSV）
      </Button>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
        打印
      </Button>
      <Refusals sentences={wrong} />
    </div>
  );
}
