import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { Fact, NumberFact } from '../../domain/check/facts.ts';
import { type Answer, formOfAnswer, readDay, readFigure, readYear } from '../../domain/entitlement/answer.ts';
import { faultText } from './wording.ts';

interface Props {
  readonly fact: Fact;
  /** What was answered before, to be changed; undefined: nothing. */
  readonly before: number | null | undefined;
  readonly on: string;
  onAnswer(value: number): void;
}

/** The input that fits a fact: one press where there is little to choose, a field with its unit otherwise. */
export function AnswerInput({ fact, before, on, onAnswer }: Props) {
  const form = formOfAnswer(fact);
  switch (form.kind) {
    case 'flag':
      return <Choices options={['否', '是']} order={[1, 0]} chosen={before} onChoose={onAnswer} />;
    case 'choice':
      return <Choices options={form.options} chosen={before} onChoose={onAnswer} />;
    case 'year':
      return fact.type === 'number' ? (
        <YearInput fact={fact} mayBeNever={form.mayBeNever} before={before} on={on} onAnswer={onAnswer} />
      ) : null;
    case 'day':
      return fact.type === 'number' ? (
        <Typed
          fact={fact}
          type="date"
          initial={before == null ? '' : dayText(before)}
          read={readDay}
          onAnswer={onAnswer}
        />
      ) : null;
    case 'figure':
      return fact.type === 'number' ? (
        <Typed
          fact={fact}
          units={form.units}
          initial={before == null ? '' : String(before / fact.scale)}
          read={readFigure}
          onAnswer={onAnswer}
        />
      ) : null;
  }
}

const dayText = (stored: number): string => String(stored).replace(/(\d{4})(\d{2})(\d{2})/u, '$1-$2-$3');

interface ChoicesProps {
  readonly options: readonly string[];
  readonly order?: readonly number[];
  readonly chosen: number | null | undefined;
  onChoose(value: number): void;
}

function Choices({ options, order, chosen, onChoose }: ChoicesProps) {
  const places = order ?? options.map((_, at) => at);
  return (
    <div className="ask-choices">
      {places.map((at) => (
        <button key={options[at]} type="button" aria-pressed={chosen === at} onClick={() => onChoose(at)}>
          {options[at]}
        </button>
      ))}
    </div>
  );
}

interface YearProps extends Omit<Props, 'fact'> {
  readonly fact: NumberFact;
  readonly mayBeNever: boolean;
}

/** The last years are one press away; any other is typed. */
function YearInput({ fact, mayBeNever, before, on, onAnswer }: YearProps) {
  const year = Number(on.slice(0, 4));
  const years = [year, year - 1, year - 2].filter((each) => each >= fact.low && each <= fact.high);
  const other = before != null && before !== 0 && !years.includes(before);
  return (
    <>
      <div className="ask-choices">
        {mayBeNever && (
          <button type="button" aria-pressed={before === 0} onClick={() => onAnswer(0)}>
            没有
          </button>
        )}
        {years.map((each) => (
          <button key={each} type="button" aria-pressed={before === each} onClick={() => onAnswer(each)}>
            {each}年
          </button>
        ))}
      </div>
      <Typed fact={fact} label="别的年份" initial={other ? String(before) : ''} read={readYear} onAnswer={onAnswer} />
    </>
  );
}

interface TypedProps {
  readonly fact: NumberFact;
  readonly label?: string;
  readonly type?: 'date';
  readonly units?: readonly string[];
  readonly initial: string;
  read(fact: NumberFact, typed: string, unit: string): Answer;
  onAnswer(value: number): void;
}

/** A figure, a year or a day; what is wrong with it stands at the field. */
function Typed({ fact, label, type, units = [], initial, read, onAnswer }: TypedProps) {
  const [typed, setTyped] = useState(initial);
  const [unit, setUnit] = useState(units[0] ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const answer = read(fact, typed, unit);
    if ('value' in answer) onAnswer(answer.value);
    else setWrong(faultText(answer.fault));
  };
  const name = label ?? fact.name;
  return (
    <form className="ask-typed" onSubmit={submit} noValidate>
      <label htmlFor={id}>{name}</label>
      <span className="ask-line">
        <input
          id={id}
          value={typed}
          autoComplete="off"
          {...(type === 'date' ? { type: 'date', max: '2200-12-31' } : { inputMode: 'decimal' as const })}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : `${id}-wrong`}
          onChange={({ target }) => {
            setTyped(target.value);
            setWrong(null);
          }}
        />
        {units.length > 1 ? (
          <select aria-label={`${name}的单位`} value={unit} onChange={({ target }) => setUnit(target.value)}>
            {units.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        ) : (
          units[0] !== undefined && units[0] !== '' && <span className="ask-unit">{units[0]}</span>
        )}
        <Button type="primary" htmlType="submit">
          确定
        </Button>
      </span>
      {wrong !== null && (
        <span id={`${id}-wrong`} className="ask-wrong" role="alert">
          {wrong}
        </span>
      )}
    </form>
  );
}
