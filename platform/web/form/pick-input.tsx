import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { type Picked, type PickKind, usePickSources } from './pick-sources.ts';

const PAUSE_MS = 200;

interface Props {
  readonly of: PickKind;
  readonly several: boolean;
  readonly id?: string;
  readonly value?: string | readonly string[] | null;
  onChange?(value: string | string[] | null): void;
  readonly 'aria-invalid'?: boolean;
}

/** One or several of a register, found by a few characters of their name. Holds ids, shows names. */
export function PickInput({ of, several, value, onChange, ...given }: Props) {
  const [typed, setTyped] = useState('');
  const words = useCalm(typed);
  const sources = usePickSources();
  const chosen = value === null || value === undefined || value === '' ? [] : [value].flat();
  const found = useQuery({
    queryKey: ['picks', of, 'search', words],
    queryFn: () => sources.search(of, words),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const names = useNames(of, chosen);
  const options = new Map<string, Picked>([...names, ...(found.data ?? [])].map((each) => [each.value, each]));
  for (const each of chosen) if (!options.has(each)) options.set(each, { value: each, label: each });
  return (
    <Select
      {...given}
      {...(several && { mode: 'multiple' as const })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      value={(several ? chosen : (chosen[0] ?? null)) as never}
      onChange={(next: string | string[] | undefined) => onChange?.(next ?? null)}
      options={[...options.values()]}
      optionRender={({ data }) => (
        <span className="jw-pick">
          {data.label}
          {data.note && <small>{data.note}</small>}
        </span>
      )}
      placeholder="输入名称中的字查找"
      notFoundContent={found.isError ? '没有读到，请再试一次' : '没有找到，换几个字试试'}
    />
  );
}

/** The names of some picks, as they become known. */
export function useNames(of: PickKind | undefined, values: readonly string[]): readonly Picked[] {
  const sources = usePickSources();
  const names = useQuery({
    queryKey: ['picks', of, 'named', [...values].sort()],
    queryFn: () => (of === undefined ? Promise.resolve([]) : sources.named(of, values)),
    enabled: of !== undefined && values.length > 0,
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
  return names.data ?? [];
}

/** What was typed, once the fingers rest. */
function useCalm(typed: string): string {
  const [calm, setCalm] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return calm;
}
