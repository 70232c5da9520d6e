import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly items: NonNullable<MenuProps['items']>;
  readonly label?: string;
}

/** A button that opens a menu; arrows and Enter work in it, Esc closes it. */
export function MenuButton({ children, items, label }: Props) {
  return (
    <Dropdown trigger={['click']} autoFocus menu={{ items }} placement="bottomRight">
      <Button aria-haspopup="menu" {...(label && { 'aria-label': label })}>
        {children}
        <DownOutlined className="menu-button-arrow" aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
