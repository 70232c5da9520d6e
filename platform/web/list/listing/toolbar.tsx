import { FilterOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { withCondition } from './address.ts';
import { ColumnPanel } from './column-panel.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterPanel } from './filter-panel.tsx';
import type { ListingProps } from './listing.tsx';
import type { ListingState } from './use-listing.ts';
import { ViewMenu } from './view-menu.tsx';

const PAUSE_MS = 250;

type Props<Row> = ListingProps<Row> & { readonly total: number; readonly capped: boolean };

/** Words, quick choices and what opens a window: conditions, columns, views, export. */
export function Toolbar<Row>(props: Props<Row>) {
  const { listing, searchHint, quick = [], tools } = props;
  const [open, setOpen] = useState<'filter' | 'columns' | null>(null);
  const close = (): void => setOpen(null);
  const held = Object.keys(listing.search.filter ?? {}).length;
  return (
    <search className="jw-toolbar">
      {searchHint !== undefined && <Words listing={listing} hint={searchHint} />}
      {quick.map((key) => (
        <Quick key={key} name={key} listing={listing} />
      ))}
      <Button icon={<FilterOutlined aria-hidden="true" />} aria-haspopup="dialog" onClick={() => setOpen('filter')}>
        {held === 0 ? '筛选' : `筛选（${held}）`}
      </Button>
      <span className="jw-toolbar-end">
        <ViewMenu listing={listing} />
        {props.instead === undefined && (
          <Button aria-haspopup="dialog" onClick={() => setOpen('columns')}>
            列
          </Button>
        )}
        {props.exportAddress && <ExportMenu {...props} exportAddress={props.exportAddress} />}
        {tools}
      </span>
      <FilterPanel listing={listing} open={open === 'filter'} onClose={close} />
      <ColumnPanel listing={listing} open={open === 'columns'} onClose={close} />
    </search>
  );
}

/** Words take effect after a short pause. */
function Words<Row>({ listing, hint }: { readonly listing: ListingState<Row>; readonly hint: string }) {
  const text = listing.search.text ?? '';
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => listing.change({ text: typed.trim() || undefined }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text, listing]);
  return (
    <Input
      id={`${listing.name}-search`}
      className="jw-toolbar-words"
      allowClear
      value={typed}
      maxLength={100}
      placeholder={hint}
      aria-label={hint}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

/** A choice that is asked for often: all of it, or one of its values. */
function Quick<Row>({ name, listing }: { readonly name: string; readonly listing: ListingState<Row> }) {
  const { fields, labels, search } = listing;
  const field = fields[name];
  const condition = search.filter?.[name];
  const chosen = condition !== undefined && 'in' in condition ? condition.in : [];
  const options = (field?.options ?? []).map((value) => ({ value, label: labels?.[name]?.[value] ?? value }));
  const several = chosen.length > 1 ? [{ value: chosen.join(), label: `${chosen.length} 种${field?.title}` }] : [];
  return (
    <Select
      className="jw-toolbar-quick"
      aria-label={field?.title ?? name}
      value={chosen.join()}
      options={[{ value: '', label: `全部${field?.title}` }, ...options, ...several]}
      onChange={(value) =>
        listing.change({
          filter: withCondition(search.filter, name, value === '' ? undefined : { in: value.split(',') }),
        })
      }
    />
  );
}
