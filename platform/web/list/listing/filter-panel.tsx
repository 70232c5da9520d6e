import { Drawer } from 'antd';
import { DataForm } from '../../form/data-form.tsx';
import { filterForm, filterTyped, filterValues } from './conditions.ts';
import type { ListingState } from './use-listing.ts';

interface Props<Row> {
  readonly listing: ListingState<Row>;
  readonly open: boolean;
  onClose(): void;
}

/** All conditions of a list in one form. */
export function FilterPanel<Row>({ listing, open, onClose }: Props<Row>) {
  const { fields, search } = listing;
  return (
    <Drawer title="筛选" open={open} onClose={onClose} size={440} destroyOnHidden>
      <DataForm
        label="筛选"
        fields={filterForm(fields, listing)}
        initial={filterValues(fields, search.filter ?? {})}
        submitText="筛选"
        onCancel={onClose}
        onSubmit={async (values) => {
          listing.change({ filter: filterTyped(fields, values) });
          onClose();
        }}
      />
    </Drawer>
  );
}
