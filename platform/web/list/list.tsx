import { Waiting } from '../feedback/empty.tsx';
import { Failure } from '../feedback/failure.tsx';
import { Grid } from './grid-parts.tsx';
import { ListBody } from './list-body.tsx';
import { ListHead, NarrowHead } from './list-head.tsx';
import type { ListProps } from './model.ts';
import { Pager } from './pager.tsx';
import { useListState } from './use-list-state.ts';
import { leastWidth, useRoom } from './use-room.ts';
import './list.css';

/** Below this a list that could scroll sideways makes two lines of a row all the same: a telephone. */
const TELEPHONE = 560;

/**
 * The product's one list: sorted, paged and ticked by mouse or keyboard (arrows, Home, End, Enter, blank, Ctrl+A), with
 * its own empty, waiting and failed states. Where the columns have no room rows become two lines. With `fill` it draws only the
 * rows in sight, so that 10,000 rows scroll without a stutter.
 */
export function List<Row>(props: ListProps<Row>) {
  const { rows, error, onRetry, columns, empty, paging, label, fill } = props;
  const state = useListState(props);
  const least = leastWidth(columns, props.ticked !== undefined);
  const sideways = props.frozen !== undefined;
  const { narrow, watch } = useRoom(sideways ? Math.min(least, TELEPHONE) : least);
  if (error !== undefined && error !== null && rows === undefined) return <Failure error={error} onRetry={onRetry} />;
  if (rows === undefined) return <Waiting />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div
      className={`jw-list ${fill ? 'jw-list-fill' : ''} ${sideways && !narrow ? 'jw-list-wide' : ''}`}
      ref={watch}
      data-narrow={narrow || undefined}
    >
      <NarrowHead columns={columns} sorting={state.sorting} onSort={state.sort} ticking={state.ticking} />
      <Grid
        className="jw-grid"
        aria-label={label}
        aria-rowcount={(paging?.total ?? rows.length) + 1}
        aria-multiselectable={props.ticked !== undefined}
        ref={state.setScroller}
        onKeyDown={state.onKeyDown}
        style={{ ['--tracks' as string]: state.tracks, ['--least' as string]: `${least}px` }}
      >
        <ListHead
          columns={columns}
          sorting={state.sorting}
          onSort={state.sort}
          ticking={state.ticking}
          stay={state.stay}
        />
        <ListBody props={props} state={state} />
      </Grid>
      {paging && <Pager paging={paging} label={label} />}
    </div>
  );
}
