import { useBlocker } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { type RefObject, useCallback } from 'react';

interface Props {
  readonly unsaved: RefObject<boolean>;
  /** What becomes of it when the page is left. */
  readonly words?: string;
}
const usualWords = '现在离开，刚才填写的内容就没有了。';

/** Asks before a page with something unsaved is left, also when the window is closed. */
export function LeaveGuard({ unsaved, words = usualWords }: Props) {
  // The same functions throughout: a blocker that is put up anew while it asks would answer for the one before.
  const shouldBlockFn = useCallback(
    ({ current, next }: { readonly current: { pathname: string }; readonly next: { pathname: string } }) =>
      current.pathname !== next.pathname && unsaved.current,
    [unsaved],
  );
  const enableBeforeUnload = useCallback(() => unsaved.current, [unsaved]);
  const blocker = useBlocker({ shouldBlockFn, enableBeforeUnload, withResolver: true });
  const stay = (): void => blocker.reset?.();
  return (
    <Modal
      title="还有没保存的内容"
      open={blocker.status === 'blocked'}
      onCancel={stay}
      footer={
        <>
          <Button onClick={() => blocker.proceed?.()}>不保存，离开</Button>
          <Button type="primary" onClick={stay}>
            留下接着写
          </Button>
        </>
      }
      destroyOnHidden
    >
      <p>{words}</p>
    </Modal>
  );
}
