import type { Column } from '../../../../platform/web/list/model.ts';
import { type DeliveryJson, deliveryFields } from '../../contract.ts';
import { momentOf } from '../moment.ts';
import { channelNames, kindNames, stateNames } from '../words.ts';
import { DeliveryButtons } from './delivery-buttons.tsx';

type Rest = Omit<Column<DeliveryJson>, 'key' | 'title'>;
const column = (key: keyof typeof deliveryFields, rest: Rest): Column<DeliveryJson> => ({
  key,
  title: deliveryFields[key].title,
  ...rest,
});

/** Everything that the outbox shows of a delivery. */
export const deliveryColumns: readonly Column<DeliveryJson>[] = [
  column('target', { width: 'minmax(180px, 0.8fr)', narrow: 'main', render: ({ target }) => target }),
  column('channel', { width: '92px', render: ({ channel }) => channelNames[channel] }),
  column('kind', { width: '110px', render: ({ kind }) => kindNames[kind] }),
  column('state', {
    width: '120px',
    narrow: 'figure',
    render: ({ state }) => <span className={`notice-state-${state}`}>{stateNames[state]}</span>,
  }),
  column('tries', { width: '64px', align: 'end', render: ({ tries }) => tries }),
  column('createdAt', { width: '150px', render: ({ createdAt }) => momentOf(createdAt) }),
  {
    key: 'fault',
    title: '说明',
    width: 'minmax(220px, 1.2fr)',
    render: ({ fault, nextAt, sentAt }) => (
      <span className="notice-fault">
        {sentAt !== null && `${momentOf(sentAt)} 送达`}
        {fault?.message}
        {fault?.answer && <small>详情：{fault.answer}</small>}
        {nextAt !== null && fault !== null && <small>{momentOf(nextAt)} 再试</small>}
      </span>
    ),
  },
  { key: 'decide', title: '处理', width: '150px', render: (row) => <DeliveryButtons delivery={row} /> },
];
