import { Button } from 'antd';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Paging } from '../../../../platform/web/list/model.ts';
import type { PlanSummaryJson } from '../../contract.ts';
import { planColumns } from './plan-columns.tsx';

interface Props {
  readonly plans: readonly PlanSummaryJson[] | undefined;
  readonly error: unknown;
  onRetry(): void;
  readonly filtered: boolean;
  onOpen(plan: PlanSummaryJson): void;
  readonly paging: Paging;
}

const keyOf = (plan: PlanSummaryJson): string => plan.id;
const nameOf = (plan: PlanSummaryJson): string => plan.title ?? plan.fileName;

export function PlanList({ plans, error, onRetry, filtered, onOpen, paging }: Props) {
  return (
    <List
      label="方案"
      rows={plans}
      error={error}
      onRetry={onRetry}
      columns={planColumns}
      keyOf={keyOf}
      nameOf={nameOf}
      onOpen={onOpen}
      paging={paging}
      empty={filtered ? <NothingFound /> : <NothingYet />}
    />
  );
}

const NothingFound = () => (
  <Empty title="没有符合的方案">
    <p>换几个字，或者把状态改回「全部状态」。</p>
  </Empty>
);

const NothingYet = () => (
  <Empty title="还没有方案">
    <p>把印发的行动方案拖到上面的框里，几秒钟后就能看到它的指标、任务和奖补条款。</p>
    <Button onClick={() => document.querySelector<HTMLInputElement>('.drop-zone input')?.click()}>选择文件</Button>
  </Empty>
);
