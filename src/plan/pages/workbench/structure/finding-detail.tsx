import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import { useNarrow } from '../../../../../platform/web/layout/use-narrow.ts';
import type { PlanFinding } from '../../../domain/model.ts';
import { momentOf } from '../../wording/figures.ts';
import { severityWord } from '../../wording/words.ts';
import { useWorkbench } from '../workbench-context.ts';
import { RelatedPlaces } from './related-places.tsx';

interface Props {
  readonly finding: PlanFinding;
  /** Beside the text: with its message, which a list shows already, and without its place. */
  readonly brief?: boolean;
}

const reasonField: readonly Field[] = [
  {
    input: 'long',
    name: 'reason',
    label: '不必处理的理由',
    required: true,
    most: 500,
    help: '例如：原文如此，已与发文机关核对。',
  },
];

/** One finding in full: what is wrong, the arithmetic, the other places, the rule, and what can be done. */
export function FindingDetail({ finding, brief = false }: Props) {
  const { actions, reviewable, change, view } = useWorkbench();
  const narrow = useNarrow();
  const [writing, setWriting] = useState(false);
  const { severity, message, arithmetic, dismissed, rule, path } = finding;
  return (
    <div className="finding-detail">
      {brief && (
        <p className="finding-message">
          <strong>{severityWord[severity]}：</strong>
          {message}
        </p>
      )}
      {arithmetic !== null && <p className="arithmetic">{arithmetic}</p>}
      {!brief && path.length > 0 && <p className="finding-path">{path.join(' › ')}</p>}
      <RelatedPlaces finding={finding} />
      {dismissed && (
        <p className="finding-dismissed">
          {momentOf(dismissed.at)} {dismissed.by.name}注明不必处理：{dismissed.reason}
        </p>
      )}
      {writing ? (
        <DataForm
          label="注明不必处理"
          fields={reasonField}
          initial={{ reason: '' }}
          submitText="注明"
          onSubmit={async (values) => {
            await actions.dismiss(finding.id, String(values.reason));
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <div className="detail-buttons">
          {reviewable && !dismissed && <Button onClick={() => setWriting(true)}>不必处理</Button>}
          {reviewable && dismissed && <Button onClick={() => void actions.reopen(finding.id)}>恢复为待处理</Button>}
          {narrow && view.side === 'structure' && (
            <Button onClick={() => change({ do: 'side', side: 'document' })}>看原文</Button>
          )}
          <Link to="/rules/$rule" params={{ rule }} target="_blank" className="rule-link">
            这条规则的说明
          </Link>
        </div>
      )}
    </div>
  );
}
