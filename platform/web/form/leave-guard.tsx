import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';

/** Asks before a page with something unsaved is left, also when the window is closed. */
export function LeaveGuard({ unsaved }: { readonly unsaved: () => boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && unsaved(),
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Modal
      title="还有没保存的内容"
      open={blocker.status === 'blocked'}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.reset?.()}
      okText="留下接着写"
      cancelText="不保存，离开"
      cancelButtonProps={{ onClick: () => blocker.proceed?.() }}
      destroyOnHidden
    >
      <p>现在离开，刚才填写的内容就没有了。</p>
    </Modal>
  );
}
