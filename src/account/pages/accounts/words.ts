import type { AccountJson } from '../../contract.ts';

/** How states are called on the screen. */
export const stateName = { invited: '未启用', active: '正常', locked: '暂时锁定', disabled: '已停用' } as const;
export const secondFactorName = { bound: '已绑定', due: '应绑定', none: '未绑定' } as const;

export const labels = { state: stateName, secondFactor: secondFactorName };

/** What each state means, for the dialog of an account. */
export const stateMeaning = ({ state, linkExpiresAt }: AccountJson, moment: (at: string) => string): string => {
  switch (state) {
    case 'invited':
      return linkExpiresAt === null
        ? '还没有设过密码，也没有能用的链接：请发一个一次性链接。'
        : `还没有设过密码。已发的链接在 ${moment(linkExpiresAt)} 前有效。`;
    case 'locked':
      return '登录失败的次数太多。到时间自动解除，安全管理员可以提前解除。';
    case 'disabled':
      return '停用了，不能登录。';
    case 'active':
      return '可以登录。';
  }
};
