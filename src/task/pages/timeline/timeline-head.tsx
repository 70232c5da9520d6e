import { HeadCell, Row } from '../../../../platform/web/list/grid-parts.tsx';
import type { Axis } from './axis.ts';

/** What stands above the axis: years, and months, quarters or years. */
export const TimelineHead = ({ axis }: { readonly axis: Axis }) => (
  <Row className="timeline-head" aria-rowindex={1}>
    <HeadCell className="timeline-named">任务</HeadCell>
    <HeadCell className="timeline-marks" aria-label={`从 ${axis.from} 到 ${axis.to}`}>
      {axis.upper.map(({ key, words, x, width }) => (
        <span key={key} className="timeline-upper" style={{ left: x, width }}>
          {width >= 34 && <i>{words}</i>}
        </span>
      ))}
      {axis.lower.map(({ key, words, x, width }) => (
        <span
          key={key}
          className="timeline-lower"
          data-alone={axis.upper.length === 0 || undefined}
          style={{ left: x, width }}
        >
          {width >= 28 && words}
        </span>
      ))}
    </HeadCell>
  </Row>
);
