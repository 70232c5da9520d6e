import { Modal, Switch } from 'antd';
import { useState } from 'react';
import { KeyCaps } from './key-caps.tsx';
import { activeGroups, letSingleKeysWork, type ShortcutGroup, singleKeysWork } from './registry.ts';
import './help.css';

/** Keys that the browser or every list and form understand; they need no registration. */
const everywhere: readonly (readonly [string, readonly string[]])[] = [
  ['在各处之间移动', ['Tab']],
  ['列表中上下移动', ['ArrowUp', 'ArrowDown']],
  ['表单中保存', ['Mod+Enter']],
  ['关闭、取消', ['Escape']],
];

/** All shortcuts of the page that is open, and the switch for single keys. */
export function ShortcutHelp({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  const [single, setSingle] = useState(singleKeysWork);
  const choose = (work: boolean) => {
    letSingleKeysWork(work);
    setSingle(work);
  };
  return (
    <Modal
      title="键盘快捷键"
      open={open}
      onCancel={onClose}
      footer={null}
      width={1060}
      style={{ top: 32 }}
      destroyOnHidden
    >
      <div className="jw-help">
        {open && activeGroups().map((group) => <Group key={group.title} group={group} />)}
        <section>
          <h3>各页通用</h3>
          <dl>
            {everywhere.map(([label, keys]) => (
              <Line key={label} label={label} keys={keys} />
            ))}
          </dl>
        </section>
      </div>
      <div className="jw-help-switch">
        <Switch size="small" checked={single} onChange={choose} aria-label="启用单键快捷键" />
        <span>启用单键快捷键（关掉后，只有带 Ctrl 的快捷键起作用）</span>
      </div>
    </Modal>
  );
}

function Group({ group }: { readonly group: ShortcutGroup }) {
  return (
    <section>
      <h3>{group.title}</h3>
      <dl>
        {group.shortcuts
          .filter((shortcut) => !shortcut.unlisted)
          .map(({ label, keys }) => (
            <Line key={label} label={label} keys={keys} />
          ))}
      </dl>
    </section>
  );
}

function Line({ label, keys }: { readonly label: string; readonly keys: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {keys.map((each) => (
          <KeyCaps key={each} keys={each} />
        ))}
      </dd>
    </div>
  );
}
