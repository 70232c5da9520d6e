import type { AnswerValue, Question } from '../../domain/index.ts';

interface Props {
  readonly question: Question;
  readonly value: AnswerValue | undefined;
  readonly disabled: boolean;
  /** Several on one page: the enterprise's and the inspector's. */
  readonly group: string;
  onChange(value: AnswerValue | null): void;
}

/** One question as its kind wants to be answered; large enough for a thumb. */
export function QuestionField({ question, value, disabled, group, onChange }: Props) {
  const name = `${group}-${question.id}`;
  if (question.kind === 'one' || question.kind === 'several') {
    const chosen = Array.isArray(value) ? value : [];
    const isSeveral = question.kind === 'several';
    const tick = (id: string, alone: boolean): void => {
      if (!isSeveral) {
        onChange(id);
        return;
      }
      const others = question.options.filter((option) => option.alone).map((option) => option.id);
      if (chosen.includes(id)) onChange(chosen.filter((each) => each !== id));
      else onChange(alone ? [id] : [...chosen.filter((each) => !others.includes(each)), id]);
    };
    return question.options.map(({ id, text, alone }) => (
      <label key={id}>
        <input
          type={isSeveral ? 'checkbox' : 'radio'}
          name={name}
          checked={isSeveral ? chosen.includes(id) : value === id}
          disabled={disabled}
          onChange={() => tick(id, alone)}
        />
        {text}
      </label>
    ));
  }
  if (question.kind === 'scale')
    return (
      <>
        {Array.from({ length: question.most + 1 }, (_, step) => step).map((i) => (
          <label key={i}>
            <input type="radio" name={name} checked={value === i} disabled={disabled} onChange={() => onChange(i)} />
            {i} 分{i === 0 && ` ${question.leastText}`}
            {i === question.most && ` ${question.mostText}`}
          </label>
        ))}
      </>
    );
  if (question.kind === 'number')
    return (
      <label>
        <input
          type="text"
          inputMode="decimal"
          name={name}
          aria-label={question.text}
          value={typeof value === 'string' ? value : ''}
          disabled={disabled}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value.trim())}
        />
        {question.unit}
        <small>
          {question.least}—{question.most}
        </small>
      </label>
    );
  return (
    <textarea
      rows={3}
      name={name}
      aria-label={question.text}
      value={typeof value === 'string' ? value : ''}
      disabled={disabled}
      maxLength={question.longest}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  );
}
