import { AutoComplete, Checkbox, Input, InputNumber, Select } from 'antd';
import { FileInput } from './file-input.tsx';
import type { Field, Values } from './model.ts';
import { MoneyInput } from './money-input.tsx';
import { PercentInput } from './percent-input.tsx';
import { PickInput } from './pick-input.tsx';

interface Props {
  readonly field: Field;
  readonly values: Values;
  /** Given by Form.Item, which owns the value. */
  readonly id?: string;
  readonly value?: never;
  readonly onChange?: never;
  readonly 'aria-invalid'?: boolean;
}

const options = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

/** The input of one field. Props of Form.Item (id, value, onChange, aria) are handed on. */
export function FieldInput({ field, values, ...given }: Props) {
  switch (field.input) {
    case 'text':
      if (field.suggestions === undefined)
        return <Input {...given} {...most(field.most)} {...(field.complete && { autoComplete: field.complete })} />;
      return (
        <AutoComplete
          {...given}
          options={options(field.suggestions)}
          showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
        />
      );
    case 'secret':
      return <Input.Password {...given} autoComplete={field.complete} maxLength={200} />;
    case 'money':
      return <MoneyInput {...given} unit={field.unit} />;
    case 'percent':
      return <PercentInput {...given} most={field.most} />;
    case 'pick':
      return <PickInput {...given} of={field.of} several={field.several ?? false} />;
    case 'file':
      return <FileInput {...given} endings={field.endings} />;
    case 'check':
      return <CheckInput {...given} text={field.text} />;
    case 'long':
      return <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 8 }} {...most(field.most)} />;
    case 'figure':
      return <FigureInput field={field} values={values} given={given} />;
    case 'year':
      return (
        <InputNumber
          {...given}
          className="jw-figure"
          min={1900}
          max={2200}
          precision={0}
          controls={false}
          suffix="年"
        />
      );
    case 'day':
      return <Input {...given} type="date" max="2200-12-31" />;
    case 'choice':
      return <Select {...given} options={[...field.options]} />;
    case 'own':
      return field.render({ ...given, values });
    case 'several':
      return <Checkbox.Group {...given} options={[...field.options]} />;
    case 'tags':
      return (
        <Select
          {...given}
          mode="tags"
          tokenSeparators={['、', '，', ',', '；', ';']}
          options={options(field.suggestions ?? [])}
          placeholder="输入后按回车，可用顿号隔开几个"
        />
      );
  }
}

interface CheckProps {
  readonly text: string;
  readonly id?: string;
  readonly value?: boolean;
  onChange?(value: boolean): void;
}

const CheckInput = ({ text, value, onChange, ...given }: CheckProps) => (
  <Checkbox {...given} checked={value === true} onChange={({ target }) => onChange?.(target.checked)}>
    {text}
  </Checkbox>
);

interface FigureProps extends Pick<Props, 'values'> {
  readonly field: Extract<Field, { input: 'figure' }>;
  readonly given: Omit<Props, 'field' | 'values'>;
}

function FigureInput({ field, values, given }: FigureProps) {
  const unit = typeof field.unit === 'function' ? field.unit(values) : field.unit;
  return (
    <InputNumber
      {...given}
      className="jw-figure"
      controls={false}
      {...(field.least !== undefined && { min: field.least })}
      {...(unit && { suffix: unit })}
    />
  );
}

const most = (length: number | undefined) => (length === undefined ? {} : { maxLength: length });
