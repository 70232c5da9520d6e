import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { keyOf } from '../../../../platform/web/api.ts';
import { accountApi } from '../../../../src/account/contract.ts';

interface Props {
  readonly open: boolean;
  onRetry(): Promise<unknown>;
}

/** The session has ended while the page was open: sign in beside it, then go on where one was. */
export function EndedDialog({ open, onRetry }: Props) {
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const was = useRef(open);
  useEffect(() => {
    // What could not be read in between is read again.
    if (was.current && !open)
      void client.refetchQueries({
        type: 'active',
        predicate: ({ queryKey }) => queryKey[0] !== keyOf(accountApi.readSession)[0],
      });
    was.current = open;
    if (!open) setTried(false);
  }, [open, client]);
  return (
    <Modal
      title="登录已经结束"
      open={open}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          <Button onClick={() => location.assign('/login')}>不要了，回到登录页</Button>
          <Button
            onClick={() => {
              setTried(true);
              void onRetry();
            }}
          >
            已登录，继续
          </Button>
          <Button type="primary" href="/login?next=%2Fsigned-in" target="_blank" rel="opener">
            在新窗口登录
          </Button>
        </>
      }
    >
      <p>很久没有操作，或者已在别处退出。这一页和刚才填写的内容都还在：在新窗口登录后回到这里，接着做。</p>
      {tried && open && <p role="alert">还没有登录。请先在新窗口登录。</p>}
    </Modal>
  );
}
