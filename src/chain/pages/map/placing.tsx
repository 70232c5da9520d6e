import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type ChainMapJson, chainMapApi } from '../../contract/map.ts';

interface Props {
  readonly map: ChainMapJson;
  onDone(): void;
}

const pause = 2_000;

/** Puts all enterprises of the place on the map anew, by the rule; says how far it is. */
export function Placing({ map, onDone }: Props) {
  const params = { chainId: map.chainId };
  const last = useQuery({
    ...queryFor(chainMapApi.readPlacing, { params }),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? pause : false),
  });
  const run = last.data?.run ?? map.run;
  const running = run?.state === 'running';
  const before = useRef(running);
  useEffect(() => {
    if (before.current && !running) onDone();
    before.current = running;
  });
  const start = useMutation({
    mutationFn: () => send(chainMapApi.startPlacing, { params }),
    onSuccess: () => void last.refetch(),
    onError: (error) => notify(sentencesOf(error).join(''), { tone: 'bad' }),
  });
  return (
    <span className="cm-placing">
      {map.mayKeep && (
        <Button loading={running || start.isPending} onClick={() => start.mutate()}>
          按规则放企业
        </Button>
      )}
      {run !== null && <small role="status">{wordsOf(run)}</small>}
    </span>
  );
}

function wordsOf(run: NonNullable<ChainMapJson['run']>): string {
  if (run.state === 'running') return `正在放：看了 ${run.read} 家，放上 ${run.placed} 家`;
  const day = new Date(run.at).toLocaleDateString('zh-CN');
  if (run.state === 'failed') return `${day}没有放完：${run.failure ?? '原因不明'}`;
  return `${day}放过：看了 ${run.read} 家，放上 ${run.placed} 家，不属于本链 ${run.outside} 家`;
}
