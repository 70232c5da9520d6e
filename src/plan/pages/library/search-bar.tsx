import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { PlanStatus } from '../../domain/model.ts';
import { optionsOf, statusWord } from '../wording/words.ts';

const PAUSE_MS = 250;

interface Props {
  readonly text: string;
  readonly status: PlanStatus | undefined;
  onChange(next: { readonly text?: string | undefined; readonly status?: PlanStatus | undefined }): void;
}

/** Words and state that the list is narrowed by; words take effect after a short pause. */
export function SearchBar({ text, status, onChange }: Props) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => onChange({ text: typed.trim() || undefined }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <search className="search-bar">
      <Input
        id="plan-search"
        allowClear
        value={typed}
        maxLength={100}
        placeholder="标题、文号或机关中的字"
        aria-label="搜索方案"
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        value={status ?? ''}
        aria-label="状态"
        onChange={(value) => onChange({ status: (value || undefined) as PlanStatus | undefined })}
        options={[{ value: '', label: '全部状态' }, ...optionsOf(statusWord)]}
      />
    </search>
  );
}
