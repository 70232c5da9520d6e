import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { queryFor, send } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { organisationApi } from '../../../../organisation/contract.ts';
import { RegionPath, type RegionStep } from './region-path.tsx';
import type { ChosenUnit } from './values.ts';

const pageSize = 200;
const most = 5000;
const kinds = [
  { value: '', label: '各类单位' },
  { value: 'department', label: '部门' },
  { value: 'government', label: '政府' },
  { value: 'town', label: '乡镇街道' },
  { value: 'park', label: '园区' },
  { value: 'enterprise', label: '企业' },
  { value: 'institution', label: '事业单位' },
  { value: 'association', label: '协会商会' },
];

interface Props {
  /** Of the element that gets the focus when something is wrong here. */
  readonly id: string | undefined;
  readonly chosen: ReadonlySet<string>;
  onAdd(units: readonly ChosenUnit[]): void;
  onRemove(id: string): void;
}

/** Units below a region, of a kind and with some words in their names. */
export function UnitFinder({ id, chosen, onAdd, onRemove }: Props) {
  const [path, setPath] = useState<readonly RegionStep[]>([]);
  const [kind, setKind] = useState('');
  const [typed, setTyped] = useState('');
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const text = useDeferredValue(typed.trim());
  const region = path.at(-1)?.code;
  const filter = {
    ...(region !== undefined && { region: { in: [region] } }),
    ...(kind !== '' && { kind: { in: [kind] } }),
    state: { in: ['current'] },
  };
  const query = { pageSize, sort: 'name', filter: JSON.stringify(filter), ...(text !== '' && { text }) };
  const answer = useQuery({
    ...queryFor(organisationApi.listUnits, { query }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const rows = answer.data?.rows ?? [];
  const total = answer.data?.total ?? 0;
  const addAll = async (): Promise<void> => {
    setBusy(true);
    setSentences([]);
    try {
      const all: ChosenUnit[] = [];
      for (let page = 1; all.length < Math.min(total, most); page += 1) {
        const { rows: more } = await send(organisationApi.listUnits, { query: { ...query, page } });
        if (more.length === 0) break;
        all.push(...more.map(unitOf));
      }
      onAdd(all);
    } catch (error) {
      setSentences(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="form-finder" aria-label="找单位">
      <RegionPath path={path} onChange={setPath} />
      <div className="form-finder-words">
        <Select aria-label="哪一类单位" value={kind} options={kinds} onChange={setKind} />
        <Input
          {...(id !== undefined && { id })}
          allowClear
          value={typed}
          aria-label="单位名称中的字"
          placeholder="单位名称中的字"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            // Enter looks for units; it does not save the form.
            if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault();
          }}
        />
      </div>
      <Refusals sentences={answer.error === null ? sentences : sentencesOf(answer.error)} />
      {answer.data === undefined && answer.error === null && <Waiting lines={3} />}
      {answer.data !== undefined && (
        <>
          <p className="form-found">
            <span role="status">{total === 0 ? '没有找到，换个地区或者几个字。' : `找到 ${total} 个单位`}</span>
            {total > 0 && (
              <Button size="small" loading={busy} onClick={() => void addAll()}>
                全部加入
              </Button>
            )}
          </p>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <Checkbox
                  checked={chosen.has(row.id)}
                  onChange={({ target }) => (target.checked ? onAdd([unitOf(row)]) : onRemove(row.id))}
                >
                  {row.name}
                  <small>{row.regionName}</small>
                </Checkbox>
              </li>
            ))}
            {total > rows.length && (
              <li>
                只列出前 {rows.length} 个；“全部加入”会加入 {total} 个。
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

const unitOf = ({ id, name, regionName }: ChosenUnit): ChosenUnit => ({ id, name, regionName });
