import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import type { EnterpriseJson } from '../../contract.ts';
import { ChangeDialog, type ChangeMode } from '../edit/change-dialog.tsx';

/** What can be done with the whole entry; of an earlier day nothing can. */
export function Actions({ enterprise, own }: { readonly enterprise: EnterpriseJson; readonly own: boolean }) {
  const [open, setOpen] = useState<ChangeMode | null>(null);
  const { may, asOf, mergedInto } = enterprise;
  const live = asOf === null && mergedInto === null;
  return (
    <div className="page-buttons">
      {live && may.keep && (
        <Button type="primary" onClick={() => setOpen('change')}>
          变更
        </Button>
      )}
      {live && may.ask && !may.keep && (
        <Button type="primary" onClick={() => setOpen('ask')}>
          申请变更
        </Button>
      )}
      {live && may.keep && (
        <MenuButton items={[{ key: 'correct', label: '更正写错的内容', onClick: () => setOpen('correct') }]}>
          更多
        </MenuButton>
      )}
      {!own && (
        <Link to="/enterprises/compare" search={{ ids: enterprise.id }}>
          对比
        </Link>
      )}
      <Link to="/enterprises/$enterpriseId/profile" params={{ enterpriseId: enterprise.id }}>
        打印两页档案
      </Link>
      {open !== null && <ChangeDialog enterprise={enterprise} mode={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
