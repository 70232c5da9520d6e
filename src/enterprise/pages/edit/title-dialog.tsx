import { send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import {
  type EnterpriseJson,
  type EnterpriseTitleJson,
  type EnterpriseWordsJson,
  enterpriseApi,
  titleLevelNames,
} from '../../contract.ts';
import type { TitleLevel } from '../../domain/index.ts';
import { FormDialog, reasonField, textIn, textOrNull } from '../parts/dialog.tsx';
import { useTakeEnterprise, useWords } from '../parts/use-enterprise.ts';
import { today } from '../parts/words.ts';

/** `end`: taken away before its time; `restore`: that is taken back; `remove`: it was never given. */
export type TitleMode = 'give' | 'change' | 'end' | 'restore' | 'remove';

const heads: Readonly<Record<TitleMode, string>> = {
  ...{ give: '登记称号', change: '更正称号', end: '提前取消称号', restore: '收回取消', remove: '删去登记错的称号' },
};

interface Props {
  readonly enterprise: EnterpriseJson;
  readonly mode: TitleMode;
  readonly title: EnterpriseTitleJson | null;
  onClose(): void;
}

/** One form for what can be done with a title. */
export function TitleDialog({ enterprise, mode, title, onClose }: Props) {
  const take = useTakeEnterprise();
  const words = useWords();
  if (words.data === undefined) return <Waiting lines={2} />;
  const kinds = words.data.titles;
  const enterpriseId = enterprise.id;
  const submit = async (values: Values): Promise<void> => {
    const reason = textIn(values.reason);
    if (title === null) {
      take(await send(enterpriseApi.giveTitle, { params: { enterpriseId }, body: bodyOf(values, kinds) }));
      return;
    }
    const params = { enterpriseId, titleId: title.id };
    const { revision } = title;
    if (mode === 'change') {
      const body = { revision, ...bodyOf(values, kinds), reason };
      take(await send(enterpriseApi.changeTitle, { params, body }));
    } else if (mode === 'remove') take(await send(enterpriseApi.removeTitle, { params, body: { revision, reason } }));
    else {
      const endedOn = mode === 'end' ? textIn(values.endedOn) : null;
      take(await send(enterpriseApi.endTitle, { params, body: { revision, endedOn, reason } }));
    }
  };
  const whole = mode === 'give' || mode === 'change';
  return (
    <FormDialog
      title={heads[mode]}
      width={whole ? 680 : 520}
      fields={[
        ...(whole ? titleFields(kinds) : []),
        ...(mode === 'end' ? [{ input: 'day', name: 'endedOn', label: '取消日期', required: true } as const] : []),
        ...(mode === 'give' ? [] : [reasonField]),
      ]}
      initial={initialOf(title)}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

type Kind = EnterpriseWordsJson['titles'][number];

const titleFields = (kinds: readonly Kind[]): readonly Field[] => [
  {
    ...{ input: 'choice', name: 'kind', label: '称号', required: true, width: 4 },
    options: kinds.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    ...{ input: 'choice', name: 'level', label: '级别', width: 2, help: '不选：按称号本来的级别。' },
    options: Object.entries(titleLevelNames).map(([value, label]) => ({ value, label })),
  },
  { input: 'day', name: 'givenOn', label: '授予日期', required: true, width: 2 },
  { input: 'day', name: 'endsOn', label: '到期日期', width: 2, help: '空着：按称号的年限算。' },
  { input: 'text', name: 'number', label: '编号', most: 80, width: 2 },
  { input: 'text', name: 'source', label: '凭据', required: true, most: 300, help: '公布名单的文件名称和文号。' },
];

function bodyOf(values: Values, kinds: readonly Kind[]) {
  const kind = textIn(values.kind);
  const level = textOrNull(values.level) ?? kinds.find(({ id }) => id === kind)?.level ?? 'city';
  const endsOn = textIn(values.endsOn);
  return {
    ...{ kind, level: level as TitleLevel, number: textIn(values.number), givenOn: textIn(values.givenOn) },
    ...(endsOn !== '' && { endsOn }),
    ...{ edition: textOrNull(values.edition), source: textIn(values.source) },
  };
}

const initialOf = (title: EnterpriseTitleJson | null): Values =>
  title === null
    ? { givenOn: today(), endedOn: today() }
    : { ...title, kind: title.kind.id, endsOn: title.endsOn ?? '', endedOn: title.endedOn ?? today(), reason: '' };
