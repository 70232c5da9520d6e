import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { MenuButton } from '../../../../../platform/web/layout/menu-button.tsx';
import { useSession } from '../../../../../platform/web/shell/session-context.ts';
import { type DutyJson, tasksApi } from '../../../contract.ts';
import type { TaskProps } from '../props.ts';
import { SubdivideDialog } from '../subdivide/subdivide-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { type FormMove, isFormMove } from './move-forms.ts';
import { type DutyMove, dutyMoveNames, dutyMoveOrder, movesOn, neededFor } from './names.ts';
import { refreshing } from './refreshing.ts';
import { WhyNot } from './why-not.tsx';

/** Buttons beside each other; the rest stands in a menu. */
const atOnce = 4;

/** What can be done with one unit's duty now: only what the server says, and of the rest why not. */
export function DutyMoves({ task, duty, onChanged, onStale }: TaskProps & { readonly duty: DutyJson }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<FormMove | 'subdivide' | null>(null);
  const [busy, setBusy] = useState<DutyMove | null>(null);
  const possible = dutyMoveOrder.filter((move) => duty.may[move]?.may === true);
  const session = useSession();
  const permissions = session?.permissions ?? [];
  const own = duty.unit.id !== null && duty.unit.id === session?.post?.unitId;
  // What the post may never do, and what is another unit's, is not a thing that cannot be done now.
  const reasons = dutyMoveOrder.flatMap((move) => {
    const may = duty.may[move];
    const needed = neededFor(move);
    const theirs = !own && (needed === 'task.report' || needed === 'task.subdivide');
    if (may === undefined || may.may || may.why === null || theirs || !permissions.includes(needed)) return [];
    return [{ name: dutyMoveNames[move], why: may.why }];
  });
  const params = { taskId: task.id };
  const body = { revision: task.revision, dutyId: duty.id };
  const at = async (move: DutyMove, run: () => ReturnType<typeof signed>, said: string): Promise<void> => {
    setBusy(move);
    try {
      onChanged(await refreshing(onStale, run));
      notify(said);
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    } finally {
      setBusy(null);
    }
  };
  const signed = () => send(tasksApi.signDuty, { params, body });
  const run = (move: DutyMove): void => {
    if (move === 'sign') void at(move, signed, '已签收。');
    else if (move === 'takeBack')
      void at(move, () => send(tasksApi.takeBackDuty, { params, body }), '已撤回，可以补充以后再申请。');
    else if (move === 'report') void navigate({ to: '/tasks/$taskId/report', params, search: { duty: duty.id } });
    else if (move === 'subdivide') setOpen('subdivide');
    else if (isFormMove(move)) setOpen(move);
  };
  const [shown, rest] =
    possible.length <= atOnce + 1 ? [possible, []] : [possible.slice(0, atOnce), possible.slice(atOnce)];
  return (
    <div className="duty-moves">
      {possible.length > 0 && (
        <div className="task-buttons">
          {shown.map((move, place) => (
            <Button
              key={move}
              type={place === 0 && movesOn.has(move) ? 'primary' : 'default'}
              loading={busy === move}
              disabled={busy !== null && busy !== move}
              aria-label={`${dutyMoveNames[move]}：${duty.unit.name}`}
              onClick={() => run(move)}
            >
              {dutyMoveNames[move]}
            </Button>
          ))}
          {rest.length > 0 && (
            <MenuButton
              label={`更多办法：${duty.unit.name}`}
              items={rest.map((move) => ({ key: move, label: dutyMoveNames[move], onClick: () => run(move) }))}
            >
              更多
            </MenuButton>
          )}
        </div>
      )}
      <WhyNot reasons={reasons} />
      {open === 'subdivide' && (
        <SubdivideDialog
          task={task}
          duty={duty}
          onStale={onStale}
          onDone={(next) => {
            setOpen(null);
            onChanged(next);
            notify('已分解，下级单位会收到消息。');
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'subdivide' && (
        <MoveDialog
          move={open}
          task={task}
          duty={duty}
          onStale={onStale}
          onDone={(next, said) => {
            setOpen(null);
            onChanged(next);
            notify(said);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
