import { type InputHTMLAttributes, useId } from 'react';
import { exactMoney } from '../../../../platform/web/money/money.ts';
import type { FiguresJson } from '../../contract.ts';
import { fenOf } from '../wording/words.ts';

/** On whom it is tried, and the budget that it is held against. */
export interface People {
  readonly kind: 'demo' | 'file';
  readonly count: string;
  readonly file: File | null;
  /** 万元; empty: no budget is asked about. */
  readonly budget: string;
  readonly from: string;
  readonly to: string;
  /** How near to a border counts as near, in percent. */
  readonly near: string;
}

/** As a rule a year; the budget is that of the document, where it names one. */
export const peopleOf = (year: string, budgets: FiguresJson['budgets']): People => ({
  ...{ kind: 'demo', count: '20000', file: null, near: '1' },
  budget: budgets.length === 1 ? String((budgets[0]?.available ?? 0) / 10_000) : '',
  ...{ from: `${year}-01-01`, to: `${year}-12-31` },
});

const mostMegabytes = 50;

interface Props {
  readonly people: People;
  readonly figures: FiguresJson;
  readonly faults: Readonly<Record<string, string>>;
  onChange(people: People): void;
}

export function PeopleFields({ people, figures, faults, onChange }: Props) {
  const id = useId();
  const put = (changes: Partial<People>): void => onChange({ ...people, ...changes });
  const columns = ['id', 'region', ...figures.facts.map((fact) => fact.id), 'applied_on'];
  return (
    <div className="try-people">
      <fieldset>
        <legend>算谁</legend>
        <label>
          <input type="radio" name={id} checked={people.kind === 'demo'} onChange={() => put({ kind: 'demo' })} />
          虚构的临江市企业
        </label>
        <label>
          <input type="radio" name={id} checked={people.kind === 'file'} onChange={() => put({ kind: 'file' })} />
          传一个企业文件
        </label>
        {people.kind === 'demo' ? (
          <Line
            label="户数"
            name="demo"
            faults={faults}
            inputMode="numeric"
            value={people.count}
            onChange={({ target }) => put({ count: target.value })}
          />
        ) : (
          <>
            <Line
              label={`文件（.csv 或 .xlsx，${mostMegabytes} MB 以内）`}
              name="file"
              faults={faults}
              type="file"
              accept=".csv,.xlsx"
              onChange={({ target }) => put({ file: target.files?.[0] ?? null })}
            />
            <p className="pale">
              一行一户，列名：{columns.join('、')}。没有的列算“不知道”。文件只在试算时用，算完就没有了，服务器上不留。
            </p>
          </>
        )}
      </fieldset>
      <fieldset>
        <legend>预算和申报期</legend>
        {figures.budgets.map(({ name, available }) => (
          <p key={name} className="pale">
            文件里的{name}：{exactMoney(fenOf(available), 'wan')} 万元
          </p>
        ))}
        <Line
          label="预算（万元，不填就不看）"
          name="budget"
          faults={faults}
          inputMode="decimal"
          value={people.budget}
          onChange={({ target }) => put({ budget: target.value })}
        />
        <Line
          label="申报从"
          name="from"
          faults={faults}
          type="date"
          value={people.from}
          onChange={({ target }) => put({ from: target.value })}
        />
        <Line
          label="到"
          name="to"
          faults={faults}
          type="date"
          value={people.to}
          onChange={({ target }) => put({ to: target.value })}
        />
        <p className="pale">文件里有 applied_on 一列就按各户的申报日期；没有的，当作在申报期里平均地来。</p>
      </fieldset>
      <fieldset>
        <legend>断崖</legend>
        <Line
          label="离门槛百分之几算近（至少一步，如 1 元）"
          name="permille"
          faults={faults}
          inputMode="decimal"
          value={people.near}
          onChange={({ target }) => put({ near: target.value })}
        />
      </fieldset>
    </div>
  );
}

interface LineProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> {
  readonly label: string;
  /** Of the field, as refusals call it. */
  readonly name: string;
  readonly faults: Readonly<Record<string, string>>;
}

/** A field with its label, and below it what is wrong. */
function Line({ label, name, faults, ...input }: LineProps) {
  const id = useId();
  const fault = faults[name];
  return (
    <div className="try-line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        {...(fault !== undefined && { 'aria-describedby': `${id}-wrong` })}
        {...input}
      />
      {fault !== undefined && (
        <span className="try-wrong" id={`${id}-wrong`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

type Read = { readonly query: Record<string, number | string>; readonly faults: Readonly<Record<string, string>> };

/** What was typed as the contract wants it, and what is wrong at which field. */
export function readPeople(people: People): Read {
  const query: Record<string, number | string> = { from: people.from, to: people.to };
  const faults: Record<string, string> = {};
  const number = (text: string): number => Number(text.normalize('NFKC').replace(/[\s,]/gu, '') || 'x');
  const count = number(people.count);
  if (people.kind === 'demo') {
    if (Number.isInteger(count) && count >= 1 && count <= 100_000) query.demo = count;
    else faults.demo = '请写 1 到 100,000 之间的整数。';
  } else if (people.file === null) faults.file = '请选一个文件。';
  else if (people.file.size > mostMegabytes * 1024 * 1024) faults.file = `文件超过 ${mostMegabytes} MB。请分成几个。`;
  if (people.budget.trim() !== '') {
    const budget = Math.round(number(people.budget) * 10_000);
    if (budget >= 0 && budget <= 1_000_000_000_000) query.budget = budget;
    else faults.budget = '请写 0 到 1 亿万元之间的数。';
  }
  const near = number(people.near) * 10;
  if (near >= 0 && near <= 200) query.permille = Math.round(near);
  else faults.permille = '请写 0 到 20 之间的数。';
  if (people.from === '') faults.from = '请选一天。';
  if (people.to === '' || people.to < people.from) faults.to = '请选一天，不早于开始。';
  return { query, faults };
}
