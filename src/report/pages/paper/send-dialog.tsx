import { Modal } from 'antd';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import type { Picked } from '../../../../platform/web/form/pick-sources.ts';
import { workApi } from '../../../work/contract.ts';
import { type BulletinJson, reportApi } from '../../contract.ts';

interface Props {
  readonly paper: BulletinJson;
  onDone(paper: BulletinJson): void;
  onClose(): void;
}

const kindNames = { unit: '单位', post: '岗位' } as const;

/** To which units and posts the paper goes; a letter always goes to its unit. */
export function SendDialog({ paper, onDone, onClose }: Props) {
  const subject = paper.kind === 'letter' ? paper.unit : null;
  const fields: readonly Field[] = [
    {
      ...{ input: 'pick', of: 'party', several: true, name: 'to', label: '发给', required: subject === null },
      help:
        subject === null
          ? '单位或岗位，可以几个；单位里的每个人都会收到'
          : `${subject.name}一定会收到，并有一件回复的待办；别的单位和岗位在这里加`,
    },
  ];
  return (
    <Modal open title="发送" footer={null} width={560} keyboard={false} onCancel={onClose}>
      <ExtraPicks kind="party" find={parties}>
        <DataForm
          label="发送"
          fields={fields}
          initial={{}}
          submitText="发送"
          onCancel={onClose}
          onSubmit={async (values) => {
            const to = (Array.isArray(values.to) ? values.to : []).map((each) => partyOf(String(each)));
            const body = { revision: paper.revision, to };
            onDone(await send(reportApi.sendBulletin, { params: { bulletinId: paper.id }, body }));
            notify(subject === null ? '已发送。' : '已发送，责任单位收到了待办。');
          }}
        >
          <p className="bulletins-under">发出以后不能再改。写错了，要用新的文稿更正。</p>
        </DataForm>
      </ExtraPicks>
    </Modal>
  );
}

async function parties(text: string): Promise<readonly Picked[]> {
  const found = await send(workApi.listParties, { query: { text, limit: 30 } });
  return found.parties.flatMap(({ kind, id, name, detail }) =>
    kind === 'unit' || kind === 'post'
      ? [{ value: `${kind}:${id}`, label: name, note: `${kindNames[kind]} ${detail}` }]
      : [],
  );
}

/** `unit:gxj` → unit, gxj. */
function partyOf(value: string): { kind: 'unit' | 'post'; id: string } {
  const at = value.indexOf(':');
  return { kind: value.startsWith('post:') ? 'post' : 'unit', id: value.slice(at + 1) };
}
