import { Button, Modal } from 'antd';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import type { HandedLinkJson } from '../../contract.ts';
import { momentOf } from '../parts/moment.ts';

const urlOf = ({ path }: HandedLinkJson): string => `${location.origin}${path}`;
const lineOf = (link: HandedLinkJson): string => `${link.personName}\t${link.login}\t${urlOf(link)}`;

const copy = (text: string): void =>
  void navigator.clipboard.writeText(text).then(
    () => notify('已复制。'),
    () => notify('没有复制成功，请手工选中后复制。', { tone: 'bad' }),
  );

/** One-time links, shown this once, to be handed to the people they are for. */
export function LinksDialog({ links, onClose }: { readonly links: readonly HandedLinkJson[]; onClose(): void }) {
  const [first] = links;
  return (
    <Modal
      open
      title="一次性链接"
      width={680}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          {links.length > 1 && <Button onClick={() => copy(links.map(lineOf).join('\n'))}>全部复制</Button>}
          <Button type="primary" onClick={onClose}>
            交好了
          </Button>
        </>
      }
    >
      <p role="alert">
        链接只显示这一次，请当面或用可靠的方式交给本人。{first !== undefined && `${momentOf(first.expiresAt)} 前有效，`}
        每个只能用一次；谁拿到它，谁就能设定这个账号的密码。
      </p>
      <ul className="accounts-links">
        {links.map((link) => (
          <li key={link.accountId}>
            <div>
              <b>{link.personName}</b>，登录名 {link.login}
            </div>
            <div className="accounts-link-row">
              <code title={urlOf(link)}>{urlOf(link)}</code>
              <Button size="small" aria-label={`复制${link.personName}的链接`} onClick={() => copy(urlOf(link))}>
                复制
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
