import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Progress, Select } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, queryFor } from '../../../../platform/web/api.ts';
import { auditApi } from '../../contract.ts';
import { CheckResult } from './check-result.tsx';
import { daysAgo, notedHead } from './check-words.ts';
import { useCheck } from './use-check.ts';

const SPANS = [
  { value: 0, label: '全部' },
  { value: 7, label: '近 7 天' },
  { value: 30, label: '近 30 天' },
  { value: 365, label: '近一年' },
];

/** Checks the chain, gives its end to be noted elsewhere, and the file that can be checked far from here. */
export function CheckPanel() {
  const client = useQueryClient();
  const [days, setDays] = useState(0);
  const [noted, setNoted] = useState('');
  const head = useQuery(queryFor(auditApi.readHead, {}));
  const check = useCheck(() => {
    void client.invalidateQueries({ queryKey: keyOf(auditApi.readHead) });
    void client.invalidateQueries({ queryKey: keyOf(auditApi.listEntries) });
  });
  const since = days === 0 ? {} : { since: daysAgo(days, new Date()) };
  const expect = notedHead(noted);
  const { state } = check;
  return (
    <section className="audit-check" aria-label="核验">
      <div className="audit-check-bar">
        <div className="audit-check-field">
          <label htmlFor="audit-span">核验范围</label>
          <Select id="audit-span" value={days} options={SPANS} onChange={setDays} disabled={check.running} />
        </div>
        <div className="audit-check-field audit-check-noted">
          <label htmlFor="audit-noted">另外记下的末尾</label>
          <Input
            id="audit-noted"
            value={noted}
            onChange={(event) => setNoted(event.target.value)}
            placeholder="备份时记下的 序号:摘要，可不填"
            status={expect === null ? 'error' : ''}
            aria-invalid={expect === null}
            disabled={check.running}
          />
        </div>
        {check.running ? (
          <Button onClick={check.stop}>停止</Button>
        ) : (
          <Button
            type="primary"
            disabled={expect === null}
            onClick={() => check.start({ ...since, ...(expect !== null && expect !== '' && { expect }) })}
          >
            核验
          </Button>
        )}
        <Button href={addressFor(auditApi.exportChain, undefined, since)} title="JSONL 文件，可以用命令行在别处核验">
          导出可核验的文件
        </Button>
      </div>
      {expect === null && <p className="audit-check-wrong">末尾应写成“序号:sm3:64 位摘要”，请整段粘贴。</p>}
      {check.running && (
        <Progress
          percent={state === null || state.of === 0 ? 0 : Math.floor((state.done / state.of) * 100)}
          aria-label="核验的进度"
        />
      )}
      <CheckResult state={state} />
      {head.data !== undefined && head.data.seq > 0 && (
        <p className="audit-head">
          现在的末尾（可以抄下来，以后对照）：
          <code>
            {head.data.seq}:{head.data.hash}
          </code>
        </p>
      )}
    </section>
  );
}
