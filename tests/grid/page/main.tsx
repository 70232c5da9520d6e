import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiRefused } from '../../../platform/http/client.ts';
import { ToastList } from '../../../platform/web/feedback/toast-list.tsx';
import { EntryGrid, type EntryGridHandle, type SaveCells } from '../../../platform/web/grid/entry-grid.tsx';
import type { GridRow } from '../../../platform/web/grid/model.ts';
import { ThemeProvider } from '../../../platform/web/theme/theme-provider.tsx';
import { check, columns, references, rowsOf } from './sheet.ts';
import '../../../platform/web/theme/colours.css';
import '../../../apps/web/styles/base.css';

/** The entry grid alone on a page, with the test's own server behind it. `?rows=` says how many. */
const count = Number(new URLSearchParams(location.search).get('rows') ?? 1000);

const ask = async <T,>(path: string, body?: unknown): Promise<T> => {
  const answer = await fetch(path, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiRefused(0, [{ code: 'unreachable', message: '连不上服务。' }], null);
  });
  const read: unknown = await answer.json();
  if (!answer.ok) throw new ApiRefused(answer.status, (read as ApiRefused).refusals, read);
  return read as T;
};
const save: SaveCells = (changes) => ask('/save', changes);
const readRows = async (): Promise<GridRow[]> => rowsOf(await ask('/sheet'), count);

function Page({ first }: { readonly first: readonly GridRow[] }) {
  const [rows, setRows] = useState(first);
  const [faults, setFaults] = useState('');
  const handle = useRef<EntryGridHandle>(null);
  const submit = async (): Promise<void> => {
    const summary = await handle.current?.flush();
    const hard = handle.current?.checkAll().filter(({ severity }) => severity === 'hard') ?? [];
    const [worst] = hard;
    if (worst !== undefined) handle.current?.goTo(worst);
    setFaults(`没保存 ${summary?.unsaved}，错误 ${hard.length}`);
  };
  return (
    <div style={{ height: '100dvh' }}>
      <EntryGrid
        ref={handle}
        label="月报"
        rowTitle="企业"
        columns={columns}
        rows={rows}
        references={references}
        check={check}
        save={save}
        storageKey="test"
        toolbar={
          <>
            <button type="button" onClick={() => void readRows().then(setRows)}>
              重新读
            </button>
            <button type="button" onClick={() => void submit()}>
              报送
            </button>
            <output>{faults}</output>
          </>
        }
        details={({ row, column }) => <p>历史：{`${row} ${column}`}</p>}
      />
    </div>
  );
}

const first = await readRows();
const router = createRouter({
  routeTree: createRootRoute({ component: () => <Page first={first} /> }),
  history: createMemoryHistory(),
});
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ThemeProvider>
      <RouterProvider router={router} />
      <ToastList />
    </ThemeProvider>
  </StrictMode>,
);
