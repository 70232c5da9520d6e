import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type MenuProps, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { sentencesOf } from '../../feedback/failure.tsx';
import { notify } from '../../feedback/toasts.ts';
import { DataForm } from '../../form/data-form.tsx';
import { MenuButton } from '../../layout/menu-button.tsx';
import { searchOfView, viewOf } from './address.ts';
import type { ListingState } from './use-listing.ts';
import { type SavedView, useViewStore, type ViewStore } from './view-store.ts';

/** The ways of seeing a list that a person saved: choose one, save the present one, make one usual, take one away. */
export function ViewMenu<Row>({ listing }: { readonly listing: ListingState<Row> }) {
  const store = useViewStore();
  return store === null ? null : <Views listing={listing} store={store} />;
}

function Views<Row>({ listing, store }: { readonly listing: ListingState<Row>; readonly store: ViewStore }) {
  const { name: list, search } = listing;
  const key = ['list-views', list];
  const client = useQueryClient();
  const saved = useQuery({ queryKey: key, queryFn: () => store.read(list), staleTime: 60_000 });
  const [naming, setNaming] = useState(false);
  const views = saved.data ?? [];
  useUsualView(listing, saved.data);

  const keep = async (work: Promise<readonly SavedView[]>, said: string): Promise<void> => {
    try {
      client.setQueryData(key, await work);
      notify(said);
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  const now = JSON.stringify(viewOf(search));
  const present = views.find(({ view }) => JSON.stringify(viewOf(searchOfView(view))) === now);
  const items: NonNullable<MenuProps['items']> = [
    ...views.map((each) => ({
      key: `take ${each.name}`,
      label: `${each === present ? '✓ ' : ''}${each.name}${each.usual ? '（常用）' : ''}`,
      onClick: () => listing.take(searchOfView(each.view)),
    })),
    ...(views.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'plain', label: '原来的样子', onClick: () => listing.take({}) },
    { key: 'save', label: '把现在的样子存为视图…', onClick: () => setNaming(true) },
    ...(present === undefined
      ? []
      : [
          {
            key: 'usual',
            label: present.usual ? `不再一打开就用“${present.name}”` : `一打开就用“${present.name}”`,
            onClick: () => void keep(store.save(list, { ...present, usual: !present.usual }), '已记住。'),
          },
          {
            key: 'remove',
            label: `删除视图“${present.name}”`,
            danger: true,
            onClick: () => void keep(store.remove(list, present.name), `视图“${present.name}”已删除。`),
          },
        ]),
  ];
  return (
    <>
      <MenuButton items={items} label="视图">
        {present?.name ?? '视图'}
      </MenuButton>
      <Modal title="存为视图" open={naming} onCancel={() => setNaming(false)} footer={null} destroyOnHidden>
        <DataForm
          label="存为视图"
          fields={[
            {
              input: 'text',
              name: 'name',
              label: '名称',
              required: true,
              most: 40,
              suggestions: views.map(({ name }) => name),
              help: '记住现在的条件、次序和列，只有自己看得到。同名的会换掉。',
            },
          ]}
          initial={{ name: present?.name ?? '' }}
          submitText="保存"
          onCancel={() => setNaming(false)}
          onSubmit={async ({ name }) => {
            const view = { name: String(name), usual: false, view: viewOf(search) };
            client.setQueryData(key, await store.save(list, view));
            setNaming(false);
            notify(`视图“${view.name}”已保存。`);
          }}
        />
      </Modal>
    </>
  );
}

/** A list that is opened plainly shows itself as its person usually wants it; once, so that one can go back to plain. */
function useUsualView<Row>(listing: ListingState<Row>, views: readonly SavedView[] | undefined): void {
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current || views === undefined) return;
    looked.current = true;
    const usual = views.find((each) => each.usual);
    if (usual !== undefined && Object.keys(listing.search).length === 0) listing.take(searchOfView(usual.view));
  }, [views, listing]);
}
