import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { type SelectionPageJson, selectionApi } from '../../../contract.ts';
import { pointText } from '../logic.ts';
import { textIn } from '../parts/ask-dialog.tsx';
import { useDone } from '../parts/use-selection.ts';

interface Props {
  readonly page: SelectionPageJson;
  onClose(): void;
}
interface Choice {
  readonly chosen: boolean;
  readonly reason: string;
}

/** Makes the list: the ranking's, and where people depart from it, why. */
export function DecideDialog({ page: { round, office }, onClose }: Props) {
  const done = useDone();
  const rows = office?.ranking?.rows ?? [];
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(
    new Map(rows.map(({ entryId, chosen }) => [entryId, { chosen, reason: '' }])),
  );
  const put = (entryId: string, change: Partial<Choice>): void =>
    setChoices(
      new Map([...choices, [entryId, { ...(choices.get(entryId) ?? { chosen: false, reason: '' }), ...change }]]),
    );
  const departs = rows.filter(({ entryId, chosen, undecided }) => undecided || choices.get(entryId)?.chosen !== chosen);
  const taken = [...choices.values()].filter(({ chosen }) => chosen).length;
  return (
    <Modal open title="定名单并公示" footer={null} width={720} onCancel={onClose} destroyOnHidden>
      <p>
        按排名勾好了。和排名不同的、并列待定的，逐家写理由。名额 {round.places ?? '不限'}，现在勾了 {taken} 家；公示{' '}
        {round.publicityDays} 个工作日。
      </p>
      <DataForm
        label="定名单并公示"
        fields={[
          {
            ...{ input: 'own', name: 'list', label: '名单' },
            render: () => (
              <div className="selection-rows">
                {rows.map(({ entryId, name, place, total, undecided }) => {
                  const choice = choices.get(entryId);
                  const departing = departs.some((each) => each.entryId === entryId);
                  return (
                    <div key={entryId}>
                      <Checkbox
                        checked={choice?.chosen ?? false}
                        onChange={({ target }) => put(entryId, { chosen: target.checked })}
                      >
                        {place}. {name}（{pointText(total)} 分{undecided && '，并列待定'}）
                      </Checkbox>
                      {departing && (
                        <Input
                          aria-label={`${name}的理由`}
                          placeholder="理由"
                          maxLength={500}
                          value={choice?.reason ?? ''}
                          onChange={({ target }) => put(entryId, { reason: target.value })}
                        />
                      )}
                    </div>
                  );
                })}
              </div>
            ),
          },
          { input: 'day', name: 'publicityTo', label: '公示到哪一天', width: 3, help: '不写就按工作日历算' },
        ]}
        initial={{}}
        check={() =>
          departs.some(({ entryId }) => (choices.get(entryId)?.reason.trim().length ?? 0) < 2)
            ? [{ name: 'list', sentence: '和排名不同的、并列待定的，要逐家写理由。' }]
            : []
        }
        onSubmit={async (values) => {
          const to = textIn(values, 'publicityTo');
          await send(selectionApi.decideRound, {
            params: { roundId: round.id },
            body: {
              revision: round.revision,
              departures: departs.map(({ entryId }) => ({
                entryId,
                chosen: choices.get(entryId)?.chosen ?? false,
                reason: choices.get(entryId)?.reason.trim() ?? '',
              })),
              ...(to !== '' && { publicityTo: to }),
            },
          });
          await done('名单已定，开始公示。');
          onClose();
        }}
        onCancel={onClose}
        submitText="定名单并公示"
      />
    </Modal>
  );
}
