import { AssignDialog } from './assign/assign-dialog.tsx';
import { HeadDialog } from './header/head-dialog.tsx';
import { NextEditionDialog } from './header/next-edition-dialog.tsx';
import { HistoryDrawer } from './history/history-drawer.tsx';
import { MergeDialog } from './merge/merge-dialog.tsx';
import { ParentsDialog } from './parents/parents-dialog.tsx';
import { PublishDialog } from './publish/publish-dialog.tsx';
import type { Dialog } from './workbench-context.ts';

export interface DialogProps {
  onClose(): void;
}

const windows: Readonly<Record<Dialog, (props: DialogProps) => React.ReactNode>> = {
  publish: PublishDialog,
  merge: MergeDialog,
  head: HeadDialog,
  parents: ParentsDialog,
  assign: AssignDialog,
  history: HistoryDrawer,
  'next-edition': NextEditionDialog,
};

/** The one window that is open over the workbench. */
export function Dialogs({ dialog, onClose }: DialogProps & { readonly dialog: Dialog | null }) {
  if (dialog === null) return null;
  const Window = windows[dialog];
  return <Window onClose={onClose} />;
}
