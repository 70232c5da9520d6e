import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastList } from '../../platform/web/feedback/toast-list.tsx';
import { PickSourcesContext } from '../../platform/web/form/pick-sources.ts';
import { ViewStoreContext } from '../../platform/web/list/listing/view-store.ts';
import { makeQueryClient } from '../../platform/web/query-client.ts';
import { remember, remembered } from '../../platform/web/remembered.ts';
import { DeskPartsContext } from '../../platform/web/shell/desk-parts.ts';
import { EntitlementViewContext } from '../../platform/web/shell/entitlement-view.ts';
import { type FilePart, FilePartsContext } from '../../platform/web/shell/file-parts.ts';
import { listenForShortcuts } from '../../platform/web/shortcuts/registry.ts';
import { ThemeProvider } from '../../platform/web/theme/theme-provider.tsx';
import { chainFileParts } from '../../src/chain/pages/index.ts';
import { diagnosisFileParts } from '../../src/diagnosis/pages/index.ts';
import { indicatorDesk } from '../../src/indicator/pages/index.ts';
import { ladderFileParts } from '../../src/ladder/pages/index.ts';
import { policyEntitlementView } from '../../src/policy/pages/index.ts';
import { taskDesk } from '../../src/task/pages/index.ts';
import { router } from './router.tsx';
import { picksOfOrganisation } from './sources/picks.ts';
import { viewsOfPerson } from './sources/views.ts';
import '../../platform/web/theme/colours.css';
import '../../platform/web/layout/page.css';
import '../../platform/web/layout/page-table.css';
import './styles/base.css';
import './styles/print.css';

listenForShortcuts();

/** A newer version has replaced the files of this page: read it anew, but not again and again. */
const RELOAD_PAUSE_MS = 10_000;
window.addEventListener('vite:preloadError', () => {
  const last = Number(remembered('reloaded-at') ?? 0);
  if (Date.now() - last < RELOAD_PAUSE_MS) return;
  remember('reloaded-at', String(Date.now()));
  location.reload();
});

/** What slices put on the first page of some roles. */
const deskParts = [...indicatorDesk, ...taskDesk];
/** What slices put into the file of an enterprise. */
const fileParts: readonly FilePart[] = [...ladderFileParts, ...diagnosisFileParts, ...chainFileParts];

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient()}>
      <ThemeProvider>
        <ViewStoreContext value={viewsOfPerson}>
          <PickSourcesContext value={picksOfOrganisation}>
            <DeskPartsContext value={deskParts}>
              <FilePartsContext value={fileParts}>
                <EntitlementViewContext value={policyEntitlementView}>
                  <RouterProvider router={router} />
                </EntitlementViewContext>
              </FilePartsContext>
            </DeskPartsContext>
          </PickSourcesContext>
        </ViewStoreContext>
        <ToastList />
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
