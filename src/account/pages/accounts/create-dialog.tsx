import { CloseOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { ApiRefused, queryFor, send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { accountApi, type HandedLinkJson } from '../../contract.ts';

interface Props {
  onCreated(links: readonly HandedLinkJson[]): void;
  onClose(): void;
}

interface Wanted {
  readonly personId: string;
  readonly label: string;
  readonly login: string;
}

/** Opens accounts for several people at once, all or none. */
export function CreateDialog({ onCreated, onClose }: Props) {
  const [wanted, setWanted] = useState<readonly Wanted[]>([]);
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const typed = useDeferredValue(text);
  const people = useQuery({
    ...queryFor(accountApi.listCandidates, { query: typed === '' ? {} : { text: typed } }),
    placeholderData: keepPreviousData,
  });
  const chosen = new Set(wanted.map(({ personId }) => personId));
  const options = (people.data?.people ?? [])
    .filter(({ id }) => !chosen.has(id))
    .map(({ id, name, unitName }) => ({ value: id, label: unitName === null ? name : `${name}（${unitName}）` }));
  const missing = wanted.some(({ login }) => login.trim() === '');

  const create = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const accounts = wanted.map(({ personId, login }) => ({ personId, login: login.trim() }));
      onCreated((await send(accountApi.createAccounts, { body: { accounts } })).links);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title="开设账号"
      width={640}
      onCancel={onClose}
      okText={wanted.length > 1 ? `开设 ${wanted.length} 个账号` : '开设'}
      cancelText="取消"
      okButtonProps={{ disabled: wanted.length === 0 || missing, loading: busy }}
      onOk={() => void create()}
      mask={{ closable: false }}
    >
      <p>选出要开设账号的人，给每人一个登录名。开设后得到一次性链接，本人用它设定密码。</p>
      <Select
        showSearch={{ filterOption: false, onSearch: setText }}
        autoFocus
        value={null}
        aria-label="添加人员"
        placeholder="输入姓名，添加人员"
        style={{ width: '100%' }}
        options={options}
        notFoundContent={people.isFetching ? '正在查找……' : '没有还未开设账号的人叫这个名字'}
        onChange={(personId: string | null) => {
          const found = options.find(({ value }) => value === personId);
          if (found !== undefined) setWanted([...wanted, { personId: found.value, label: found.label, login: '' }]);
          setText('');
        }}
      />
      <div className="accounts-new">
        {wanted.map((each, at) => (
          <div key={each.personId} className="accounts-new-row">
            <span>{each.label}</span>
            <Input
              value={each.login}
              aria-label={`${each.label}的登录名`}
              placeholder="登录名，如 zhang.san"
              autoCapitalize="none"
              spellCheck={false}
              status={isFaulty(error, at) ? 'error' : ''}
              aria-invalid={isFaulty(error, at)}
              onChange={({ target }) =>
                setWanted(wanted.map((one) => (one === each ? { ...one, login: target.value } : one)))
              }
            />
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={`去掉${each.label}`}
              onClick={() => setWanted(wanted.filter((one) => one !== each))}
            />
          </div>
        ))}
      </div>
      <Refusals sentences={error === null ? [] : sentencesOf(error)} />
    </Modal>
  );
}

const isFaulty = (error: unknown, at: number): boolean =>
  error instanceof ApiRefused && error.refusals.some(({ field }) => field?.startsWith(`accounts.${at}.`) ?? false);
