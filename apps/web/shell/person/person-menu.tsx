import { UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Dropdown, type MenuProps } from 'antd';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { chooseTheme, useTheme } from '../../../../platform/web/theme/theme.ts';
import { accountApi, type SessionPostJson } from '../../../../src/account/contract.ts';
import { postName } from './post-name.ts';

/** Who is in, as which post; the other posts, one's own account, the way out. */
export function PersonMenu({ onHelp }: { readonly onHelp: () => void }) {
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const dark = useTheme() === 'dark';
  const { person = null, post = null, posts = [] } = session ?? {};
  if (person === null) return null;

  const switchTo = async (next: SessionPostJson): Promise<void> => {
    await navigate({ to: '/' as string });
    // Something unsaved kept the person where he was.
    if (router.state.location.pathname !== '/') return;
    try {
      const session = await send(accountApi.switchPost, { body: { postId: next.id } });
      const key = keyOf(accountApi.readSession);
      // An answer still on its way tells of the post before.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData(key, session);
      // What another post could see is not shown for a moment longer.
      void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
      notify(`现在以“${postName(next)}”办事。`);
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  const leave = async (): Promise<void> => {
    try {
      await send(accountApi.logout, {});
      client.clear();
      location.assign('/login');
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };

  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'posts',
      type: 'group',
      label: '岗位',
      children:
        posts.length === 0
          ? [{ key: 'none', label: '没有岗位，请系统管理员登记', disabled: true }]
          : posts.map((each) => ({
              key: each.id,
              label: `${each.id === post?.id ? '✓ ' : ''}${postName(each)}`,
              disabled: each.id === post?.id,
              onClick: () => void switchTo(each),
            })),
    },
    { type: 'divider' },
    {
      key: 'theme',
      label: dark ? '换成浅色' : '换成深色',
      onClick: () => chooseTheme(dark ? 'light' : 'dark'),
    },
    { key: 'help', label: '快捷键', onClick: onHelp },
    { key: 'me', label: '我的账号', onClick: () => void navigate({ to: '/me' as string }) },
    { key: 'leave', label: '退出登录', onClick: () => void leave() },
  ];
  return (
    <Dropdown trigger={['click']} autoFocus menu={{ items }} placement="bottomRight">
      <button
        type="button"
        className="shell-tool shell-person"
        aria-haspopup="menu"
        aria-label={`${person.name}，${post === null ? '没有岗位' : postName(post)}`}
      >
        <UserOutlined aria-hidden="true" />
        <span className="shell-person-words">
          <b>{person.name}</b>
          <small>{post === null ? '没有岗位' : postName(post)}</small>
        </span>
      </button>
    </Dropdown>
  );
}
