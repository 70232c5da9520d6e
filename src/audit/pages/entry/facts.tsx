import type { ReactNode } from 'react';
import type { EntryDetailJson } from '../../contract.ts';
import { recordKindName } from '../../domain/note.ts';
import { momentOf } from '../moment.ts';

/** Everything of an entry but its changes, line by line; what is not known is left out. */
export function Facts({ entry }: { readonly entry: EntryDetailJson }) {
  const { kind, record, recordId, basisPlan, basisItem } = entry;
  const place = [entry.regionId, entry.unitId, entry.chainId].filter((part) => part !== null);
  return (
    <dl className="audit-facts">
      <Fact title="序号">{entry.seq}</Fact>
      <Fact title="时间">
        <time dateTime={entry.at}>{momentOf(entry.at)}</time>
      </Fact>
      <Fact title="人员">{who(entry)}</Fact>
      <Fact title="岗位">{[entry.unit, entry.post].filter(Boolean).join(' · ')}</Fact>
      <Fact title="角色">{entry.role}</Fact>
      <Fact title="来自">{entry.address}</Fact>
      <Fact title="对象">{record !== null && `${kind === null ? '' : recordKindName(kind)} ${record}`}</Fact>
      <Fact title="对象编号">{recordId}</Fact>
      <Fact title="归属（地区、单位、产业链）">{place.join('、')}</Fact>
      <Fact title="依据">
        {basisPlan !== null && `方案 ${basisPlan}${basisItem === null ? '' : ` 的 ${basisItem}`}`}
      </Fact>
      <Fact title="理由">{entry.reason}</Fact>
      <Fact title="登录会话">{entry.sessionRef}</Fact>
      <Fact title="摘要">
        <code>{entry.hash}</code>
      </Fact>
      <Fact title="上一条的摘要">
        <code>{entry.prevHash}</code>
      </Fact>
    </dl>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  if (children === null || children === false || children === '') return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const who = ({ actor, actorId, onBehalf }: EntryDetailJson): string =>
  actor === null ? '（未登录）' : `${actor}（${actorId}）${onBehalf === null ? '' : `，代${onBehalf}`}`;
