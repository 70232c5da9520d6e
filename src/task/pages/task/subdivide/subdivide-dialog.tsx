import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { ExtraPicks } from '../../../../../platform/web/form/extra-picks.tsx';
import { PickInput } from '../../../../../platform/web/form/pick-input.tsx';
import { useSaveKey } from '../../../../../platform/web/form/use-save-key.ts';
import { plainText } from '../../../../../platform/web/grid/figure-text.ts';
import { type DutyJson, type TaskJson, tasksApi } from '../../../contract.ts';
import { refreshing } from '../moves/refreshing.ts';
import { unitsCalled } from '../units.ts';
import { ShareSums } from './share-sums.tsx';
import { evenly, faultsOfShares, figuresOfDuty, type ShareLine, sharesOf, sumsOf } from './shares.ts';
import '../content/content.css';

interface Props {
  readonly task: TaskJson;
  readonly duty: DutyJson;
  onStale(): void;
  onDone(task: TaskJson): void;
  onClose(): void;
}

const blank = (no: number): ShareLine => ({ key: `S${no}`, unitId: null, part: '', dueOn: '', figures: {} });

/** Hands a duty down to units below: who, which part, by when and how much; the sums follow the typing. */
export function SubdivideDialog({ task, duty, onStale, onDone, onClose }: Props) {
  const id = useId().replace(/\W/g, '');
  const figures = figuresOfDuty(task, duty);
  const [lines, setLines] = useState<readonly ShareLine[]>([blank(1), blank(2)]);
  const [made, setMade] = useState(2);
  const [shortReason, setShortReason] = useState('');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const sums = sumsOf(figures, lines);
  const put = (at: number, next: Partial<ShareLine>): void => {
    setFaults([]);
    setLines(lines.map((line, other) => (other === at ? { ...line, ...next } : line)));
  };
  const share = (): void => {
    const parts = figures.map((figure) => ({ figure, values: evenly(figure, lines) }));
    setLines(
      lines.map((line, at) => ({
        ...line,
        figures: Object.fromEntries(
          parts.map(({ figure, values }) => [figure.id, plainText(values[at] ?? 0, figure.decimals)]),
        ),
      })),
    );
  };
  const submit = async (): Promise<void> => {
    if (busy) return;
    const wrong = faultsOfShares(figures, lines, shortReason, duty.dueOn);
    setFaults(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const body = {
        ...{ revision: task.revision, dutyId: duty.id, shares: sharesOf(figures, lines) },
        shortReason: shortReason.trim() === '' ? null : shortReason.trim(),
      };
      onDone(await refreshing(onStale, () => send(tasksApi.subdivideDuty, { params: { taskId: task.id }, body })));
    } catch (error) {
      setFaults(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };
  useSaveKey(id, () => void submit());
  return (
    <Modal open title={`向下分解：${duty.unit.name}`} width={900} footer={null} keyboard={false} onCancel={onClose}>
      <p className="move-hint">
        每个下级单位得到自己的一项任务，自己签收、报进展、销号。时限不能晚于 {duty.dueOn ?? '本单位的时限'}
        ，不填就是这一天。
      </p>
      <ExtraPicks kind="unit" find={(words) => unitsCalled(words, duty.unit.id ?? undefined)}>
        <form
          id={id}
          className="jw-form content-lines"
          aria-label="向下分解"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Refusals sentences={faults} />
          {lines.map((line, at) => (
            <fieldset key={line.key}>
              <legend className="visually-hidden">第 {at + 1} 个下级单位</legend>
              <span className="content-line">
                <span className="content-unit">
                  <PickInput
                    of="unit"
                    several={false}
                    {...({ 'aria-label': `第 ${at + 1} 个下级单位` } as object)}
                    value={line.unitId}
                    onChange={(unitId) => put(at, { unitId: typeof unitId === 'string' ? unitId : null })}
                  />
                </span>
                <Input
                  className="content-day"
                  type="date"
                  aria-label={`第 ${at + 1} 个单位的时限`}
                  max={duty.dueOn ?? '2200-12-31'}
                  value={line.dueOn}
                  onChange={({ target }) => put(at, { dueOn: target.value })}
                />
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={`去掉第 ${at + 1} 个下级单位`}
                  onClick={() => setLines(lines.filter((each) => each.key !== line.key))}
                />
              </span>
              <span className="content-line">
                {figures.map((figure) => (
                  <span key={figure.id} className="share-figure">
                    <label htmlFor={`${id}-${line.key}-${figure.id}`}>{figure.name}</label>
                    <Input
                      id={`${id}-${line.key}-${figure.id}`}
                      inputMode="decimal"
                      maxLength={30}
                      suffix={figure.unit}
                      aria-label={`第 ${at + 1} 个单位的${figure.name}`}
                      value={line.figures[figure.id] ?? ''}
                      onChange={({ target }) => put(at, { figures: { ...line.figures, [figure.id]: target.value } })}
                    />
                  </span>
                ))}
                <Input
                  aria-label={`第 ${at + 1} 个单位承担的部分`}
                  placeholder="承担的部分"
                  maxLength={500}
                  value={line.part}
                  onChange={({ target }) => put(at, { part: target.value })}
                />
              </span>
            </fieldset>
          ))}
          <span className="task-buttons">
            <Button
              onClick={() => {
                setLines([...lines, blank(made + 1)]);
                setMade(made + 1);
              }}
            >
              加一个单位
            </Button>
            {figures.length > 0 && lines.length > 1 && <Button onClick={share}>平均分</Button>}
          </span>
          <ShareSums sums={sums} />
          {sums.some(({ short }) => short) && (
            <p className="share-short">
              <label htmlFor={`${id}-short`}>没有分够，差的由谁补</label>
              <Input.TextArea
                id={`${id}-short`}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={2000}
                value={shortReason}
                onChange={({ target }) => setShortReason(target.value)}
              />
            </p>
          )}
          <div className="jw-form-buttons">
            <Button type="primary" htmlType="submit" loading={busy}>
              分解
            </Button>
            <Button onClick={onClose}>取消</Button>
            <span className="jw-form-hint">Ctrl+回车 分解</span>
          </div>
        </form>
      </ExtraPicks>
    </Modal>
  );
}
