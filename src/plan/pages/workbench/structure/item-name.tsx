import type { PlanFinding, PlanItem } from '../../../domain/model.ts';
import { sureness } from '../../wording/figures.ts';
import { KindSign } from '../../wording/kind-sign.tsx';
import { SeverityBadge } from '../../wording/severity.tsx';
import { titleOf } from '../../wording/titles.ts';
import { reviewSign, reviewWord, severityWord } from '../../wording/words.ts';
import { isUnsure } from '../view/filters.ts';

interface Props {
  readonly item: PlanItem;
  readonly findings: readonly PlanFinding[];
  readonly wide: boolean;
}

const worst = ['error', 'warning', 'notice'] as const;

/** What an item is called, and what about it wants a second look. */
export function ItemName({ item, findings, wide }: Props) {
  const severity = worst.find((each) => findings.some((finding) => finding.severity === each));
  const scope = item.kind === 'indicator' ? item.content.scope : null;
  return (
    <span className="item-name">
      <span className="item-title">
        <KindSign kind={item.kind} className="narrow-only" />
        <i className={`review review-${item.review} narrow-only`} title={reviewWord[item.review]}>
          {reviewSign[item.review]}
        </i>
        {titleOf(item)}
        {severity && (
          <SeverityBadge
            severity={severity}
            show={null}
            title={`体检：${findings.length} 处${severityWord[severity]}`}
          />
        )}
        {isUnsure(item) && <span className="unsure">把握 {sureness(item.content.confidence)}</span>}
      </span>
      {!wide && scope !== null && <span className="item-scope">{scope}</span>}
    </span>
  );
}
