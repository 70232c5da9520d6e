import {
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BellOutlined,
  BookOutlined,
  CarryOutOutlined,
  DiffOutlined,
  ExperimentOutlined,
  FileTextOutlined,
  FundOutlined,
  GiftOutlined,
  ImportOutlined,
  KeyOutlined,
  MailOutlined,
  MedicineBoxOutlined,
  NodeIndexOutlined,
  PartitionOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SendOutlined,
  SettingOutlined,
  ShopOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { MenuEntry, MenuGroup } from '../../../../platform/web/shell/menu.ts';

type Sign = ComponentType<{ readonly 'aria-hidden': 'true' }>;

const ofGroups: Readonly<Record<MenuGroup, Sign>> = {
  工作: AppstoreOutlined,
  方案: FileTextOutlined,
  调度: ScheduleOutlined,
  指标: FundOutlined,
  企业: ShopOutlined,
  政策: BankOutlined,
  机构: PartitionOutlined,
  安全: SafetyCertificateOutlined,
  审计: AuditOutlined,
  系统: SettingOutlined,
};
const ofPages: Readonly<Record<string, Sign>> = {
  '/work': CarryOutOutlined,
  '/entitlements': GiftOutlined,
  '/sandbox': ExperimentOutlined,
  '/give': SendOutlined,
  '/messages': BellOutlined,
  '/rules': MedicineBoxOutlined,
  '/policies': BookOutlined,
  '/policy-conflicts': DiffOutlined,
  '/enterprises/requests': SolutionOutlined,
  '/admin/accounts': UserOutlined,
  '/admin/notice': MailOutlined,
  '/admin/outbox': SendOutlined,
  '/admin/organisation': ApartmentOutlined,
  '/admin/people': TeamOutlined,
  '/admin/chains': NodeIndexOutlined,
  '/delegations': SwapOutlined,
  '/admin/organisation/import': ImportOutlined,
  '/admin/grants': KeyOutlined,
};

/** The sign of a line of the menu, or else of its group: all that is seen of it while the menu is folded. */
export function EntrySign({ entry }: { readonly entry: MenuEntry }) {
  const Chosen = ofPages[entry.to] ?? ofGroups[entry.group];
  return <Chosen aria-hidden="true" />;
}
