import { useEffect } from 'react';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';

/** What the second window shows after signing in: the first one goes on. */
export function SignedIn() {
  useEffect(() => {
    document.title = '已登录 · 经纬';
    window.close();
  }, []);
  return (
    <Empty title="已经登录">
      <p>可以关掉这个窗口，回到原来的网页接着做。</p>
      <a href="/">打开工作台</a>
    </Empty>
  );
}
