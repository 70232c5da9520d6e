import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { type ComponentProps, createElement, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import type { MenuPart } from '../../../../platform/web/shell/menu.ts';
import { workApi } from '../../../../src/work/contract.ts';
import { type Hit, type HitGroup, pagesFor, stepTo } from './hits.ts';
import './palette.css';

const PAUSE_MS = 180;
const MOST_OF_A_KIND = 6;

interface Props {
  readonly open: boolean;
  onClose(): void;
  readonly menu: readonly MenuPart[];
}

/** Search over everything that the post may see: plans, indicators, tasks, units, and the pages themselves. */
export function Palette({ open, onClose, menu }: Props) {
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="visually-hidden">搜索</span>}
      width={640}
      style={{ top: 72 }}
      destroyOnHidden
    >
      <Finder menu={menu} onClose={onClose} />
    </Modal>
  );
}

function Finder({ menu, onClose }: Omit<Props, 'open'>) {
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState(0);
  const navigate = useNavigate();
  const id = useId();
  const text = useCalm(typed.trim());
  const found = useQuery({
    ...queryFor(workApi.search, { query: { text, limit: MOST_OF_A_KIND } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const groups: readonly HitGroup[] = [
    ...pagesFor(menu, typed),
    ...(text === '' ? [] : (found.data?.groups.filter(({ hits }) => hits.length > 0) ?? [])),
  ];
  const hits = groups.flatMap((group) => group.hits);
  const at = Math.min(current, hits.length - 1);
  const go = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    onClose();
    void navigate({ href: hit.link });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = stepTo(event.key, at, hits.length);
    if (next !== null) setCurrent(next);
    else if (event.key === 'Enter') go(hits[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <Input
        autoFocus
        size="large"
        value={typed}
        maxLength={60}
        role="combobox"
        aria-label="搜索方案、指标、任务、政策、单位和网页"
        aria-expanded={hits.length > 0}
        aria-controls={id}
        {...(hits[at] && { 'aria-activedescendant': `${id}-${at}` })}
        placeholder="搜索方案、指标、任务、政策、单位和网页"
        onChange={({ target }) => {
          setTyped(target.value);
          setCurrent(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label="找到的">
        {groups.map((group) => (
          <HitsOf key={group.name} group={group} id={id} before={hits} at={at} onGo={go} onPoint={setCurrent} />
        ))}
      </div>
      <p className="palette-note" role="status">
        {noteFor(typed, hits.length, found.isFetching, found.error)}
      </p>
    </div>
  );
}

function noteFor(typed: string, count: number, busy: boolean, error: unknown): string {
  if (error !== null) return sentencesOf(error).join('');
  if (typed.trim() === '') return '输入名称中的字。上下箭头选择，回车打开，Esc 关闭。';
  if (busy) return '正在找…';
  return count === 0 ? '没有找到。换几个字试试；看不到的，可能不在当前岗位的范围里。' : `找到 ${count} 条。`;
}

interface HitsProps {
  readonly group: HitGroup;
  readonly id: string;
  /** All hits, to know the place of those of this group. */
  readonly before: readonly Hit[];
  readonly at: number;
  onGo(hit: Hit): void;
  onPoint(at: number): void;
}

function HitsOf({ group, id, before, at, onGo, onPoint }: HitsProps) {
  return (
    <Group aria-label={group.name} className="palette-group">
      <p aria-hidden="true">{group.name}</p>
      {group.hits.map((hit) => {
        const place = before.indexOf(hit);
        return (
          <div
            key={`${hit.link} ${hit.id}`}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            ref={(line) => {
              if (place === at) line?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerMove={() => onPoint(place)}
            onClick={() => onGo(hit)}
            onKeyDown={() => undefined}
          >
            <span>{hit.title}</span>
            <small>{hit.detail}</small>
          </div>
        );
      })}
    </Group>
  );
}

/** A group of a listbox, which no element of HTML is. */
const Group = (props: ComponentProps<'div'>) => createElement('div', { ...props, role: 'group' });

/** What was typed, once the fingers rest. */
function useCalm(typed: string): string {
  const [calm, setCalm] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return calm;
}
