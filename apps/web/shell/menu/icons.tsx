import {
  AppstoreOutlined,
  AuditOutlined,
  BellOutlined,
  FileTextOutlined,
  PartitionOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { MenuGroup } from '../../../../platform/web/shell/menu.ts';

const ofGroups: Readonly<Record<MenuGroup, ReactNode>> = {
  工作: <AppstoreOutlined aria-hidden="true" />,
  方案: <FileTextOutlined aria-hidden="true" />,
  机构: <PartitionOutlined aria-hidden="true" />,
  安全: <SafetyCertificateOutlined aria-hidden="true" />,
  审计: <AuditOutlined aria-hidden="true" />,
  系统: <SettingOutlined aria-hidden="true" />,
};

/** The sign of a group at its lines, all that is seen of them while the menu is folded. */
export const groupIcon = (group: MenuGroup): ReactNode => ofGroups[group];
export const bellIcon = <BellOutlined aria-hidden="true" />;
