import { Link } from '@tanstack/react-router';
import { Empty } from '../../../platform/web/feedback/empty.tsx';

export function NotFound() {
  return (
    <Empty title="没有这个网页">
      <p>地址可能抄错了，或者方案已经不在。</p>
      <Link to="/">回到工作台</Link>
    </Empty>
  );
}
