import { useMutation } from '@tanstack/react-query';
import { send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { collectionApi, type SheetRowJson } from '../../../contract.ts';
import { AnswerDialog } from '../../sheet/dialogs.tsx';

interface Props {
  readonly sheet: SheetRowJson;
  onDone(): Promise<void>;
  onClose(): void;
}

/** Answers a request for more time from the board. */
export function AnswerExtension({ sheet, onDone, onClose }: Props) {
  const params = { sheetId: sheet.id };
  const answering = useMutation({
    mutationFn: ({ to, note }: { readonly to: string | null; readonly note: string }) =>
      send(collectionApi.answerExtension, { params, body: { revision: sheet.revision, to, note } }),
    onSuccess: async (_answer, { to }) => {
      notify(to === null ? `没有同意${sheet.unitName}延期。` : `${sheet.unitName}延期到 ${to}。`);
      await onDone();
    },
  });
  if (sheet.asked === null) return null;
  return (
    <AnswerDialog
      asked={sheet.asked}
      error={answering.error}
      busy={answering.isPending}
      onCancel={onClose}
      onAnswer={(to, note) => answering.mutate({ to, note })}
    />
  );
}
