import type { Static } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import * as accounts from './contract/accounts.ts';
import * as own from './contract/own.ts';
import * as session from './contract/session.ts';

/**
 * The account API: the way in, one's own account, and the accounts that administrators keep. The session is a cookie that
 * no script can read; whoever changes something sends `x-csrf-token` as GET /session gave it.
 */

export * from './contract/accounts.ts';
export * from './contract/own.ts';
export * from './contract/session.ts';

const inSession = { status: 200, answer: session.SessionSchema } as const;
const oneAccount = { status: 200, params: accounts.AccountParams, answer: accounts.AccountSchema } as const;

export const accountApi = {
  /** Never refuses: for nobody the state is `nobody`. */
  readSession: endpoint({
    method: 'GET',
    path: '/session',
    summary: '我是谁，以哪个岗位，能做什么',
    permission: 'anyone',
    ...inSession,
  }),
  login: endpoint({
    method: 'POST',
    path: '/session',
    summary: '用登录名和密码登录',
    permission: 'anyone',
    body: session.LoginBody,
    ...inSession,
  }),
  giveSecondFactor: endpoint({
    method: 'POST',
    path: '/session/second-factor',
    summary: '登录的第二步：动态口令或恢复码',
    permission: 'anyone',
    body: session.SecondFactorBody,
    ...inSession,
  }),
  switchPost: endpoint({
    method: 'POST',
    path: '/session/post',
    summary: '换一个岗位办事',
    permission: 'signed-in',
    body: session.SwitchPostBody,
    ...inSession,
  }),
  prove: endpoint({
    method: 'POST',
    path: '/session/proof',
    summary: '再输一次密码，证明是本人',
    permission: 'signed-in',
    body: session.ProofBody,
    ...inSession,
  }),
  logout: endpoint({
    method: 'DELETE',
    path: '/session',
    summary: '退出登录',
    permission: 'anyone',
    ...inSession,
  }),
  startSignOn: endpoint({
    method: 'GET',
    path: '/sign-on/start',
    summary: '单点登录：转到统一身份认证',
    permission: 'anyone',
    status: 200,
    query: session.SignOnStartQuery,
  }),
  finishSignOn: endpoint({
    method: 'GET',
    path: '/sign-on/callback',
    summary: '单点登录：从统一身份认证回来',
    permission: 'anyone',
    status: 200,
    query: session.SignOnBackQuery,
  }),

  listSessions: endpoint({
    method: 'GET',
    path: '/sessions',
    summary: '我在哪些地方登录着',
    permission: 'signed-in',
    status: 200,
    answer: session.OpenSessionsSchema,
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/sessions/:sessionId',
    summary: '让我的一处登录退出',
    permission: 'signed-in',
    status: 200,
    params: session.SessionParams,
    answer: session.EndedSchema,
  }),
  endSessions: endpoint({
    method: 'DELETE',
    path: '/sessions',
    summary: '让我在别处的登录全部退出',
    permission: 'signed-in',
    status: 200,
    answer: session.EndedSchema,
  }),

  readOwnAccount: endpoint({
    method: 'GET',
    path: '/account',
    summary: '我的账号',
    permission: 'signed-in',
    status: 200,
    answer: own.OwnAccountSchema,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/account/password',
    summary: '改我的密码，别处的登录随之退出',
    permission: 'signed-in',
    body: own.ChangePasswordBody,
    ...inSession,
  }),
  beginSecondFactor: endpoint({
    method: 'POST',
    path: '/account/second-factor',
    summary: '绑定动态口令的第一步：取得密钥',
    permission: 'signed-in',
    status: 201,
    answer: own.EnrolmentSchema,
  }),
  confirmSecondFactor: endpoint({
    method: 'PUT',
    path: '/account/second-factor',
    summary: '绑定动态口令的第二步：输入第一个口令，取得恢复码',
    permission: 'signed-in',
    status: 200,
    body: own.ConfirmBody,
    answer: own.BoundSchema,
  }),
  removeSecondFactor: endpoint({
    method: 'DELETE',
    path: '/account/second-factor',
    summary: '取消我的动态口令',
    permission: 'signed-in',
    ...inSession,
  }),
  renewRecoveryCodes: endpoint({
    method: 'POST',
    path: '/account/recovery-codes',
    summary: '换一套恢复码，旧的作废',
    permission: 'signed-in',
    status: 201,
    answer: own.RecoveryCodesSchema,
  }),
  readLink: endpoint({
    method: 'POST',
    path: '/links/read',
    summary: '一次性链接是给谁的',
    permission: 'anyone',
    status: 200,
    body: own.LinkBody,
    answer: own.LinkSchema,
  }),
  redeemLink: endpoint({
    method: 'POST',
    path: '/links/redeem',
    summary: '用一次性链接设定密码并登录',
    permission: 'anyone',
    body: own.RedeemBody,
    ...inSession,
  }),

  listAccounts: endpoint({
    method: 'GET',
    path: '/accounts',
    summary: '账号清单',
    permission: 'account.read',
    status: 200,
    query: accounts.AccountListQuery,
    answer: accounts.AccountListSchema,
  }),
  readAccount: endpoint({
    method: 'GET',
    path: '/accounts/:accountId',
    summary: '一个账号',
    permission: 'account.read',
    ...oneAccount,
  }),
  listCandidates: endpoint({
    method: 'GET',
    path: '/account-candidates',
    summary: '还没有账号的人员',
    permission: 'account.manage',
    status: 200,
    query: accounts.CandidatesQuery,
    answer: accounts.CandidatesSchema,
  }),
  createAccounts: endpoint({
    method: 'POST',
    path: '/accounts',
    summary: '给一个或多个人开设账号，得到一次性链接',
    permission: 'account.manage',
    status: 201,
    body: accounts.CreateAccountsBody,
    answer: accounts.HandedLinksSchema,
  }),
  handLink: endpoint({
    method: 'POST',
    path: '/accounts/:accountId/link',
    summary: '给一个账号发一次性链接，以前没用的作废',
    permission: 'account.manage',
    status: 201,
    params: accounts.AccountParams,
    answer: accounts.HandedLinkSchema,
  }),
  setAccount: endpoint({
    method: 'PATCH',
    path: '/accounts/:accountId',
    summary: '停用或启用一个账号',
    permission: 'account.manage',
    body: accounts.SetAccountBody,
    ...oneAccount,
  }),
  unlockAccount: endpoint({
    method: 'POST',
    path: '/accounts/:accountId/unlock',
    summary: '解除因多次失败的锁定',
    permission: 'account.secure',
    ...oneAccount,
  }),
  forceOff: endpoint({
    method: 'DELETE',
    path: '/accounts/:accountId/sessions',
    summary: '强制一个账号在各处下线',
    permission: 'account.secure',
    ...oneAccount,
  }),
  resetSecondFactor: endpoint({
    method: 'DELETE',
    path: '/accounts/:accountId/second-factor',
    summary: '取消一个账号的动态口令和单点登录的绑定，本人须重新绑定',
    permission: 'account.secure',
    ...oneAccount,
  }),
  readAccountRules: endpoint({
    method: 'GET',
    path: '/account-rules',
    summary: '账号的安全规则',
    permission: 'account.read',
    status: 200,
    answer: accounts.AccountRulesSchema,
  }),
  listRoleNames: endpoint({
    method: 'GET',
    path: '/account-rules/roles',
    summary: '安全规则可以指名的角色',
    permission: 'account.read',
    status: 200,
    answer: accounts.RoleNamesSchema,
  }),
  setAccountRules: endpoint({
    method: 'PUT',
    path: '/account-rules',
    summary: '修改账号的安全规则',
    permission: 'account.secure',
    status: 200,
    body: accounts.AccountRulesSchema,
    answer: accounts.AccountRulesSchema,
  }),
} as const;

export type SessionJson = Static<typeof session.SessionSchema>;
export type SessionPostJson = Static<typeof session.SessionPostSchema>;
export type SessionState = Static<typeof session.SessionStateSchema>;
export type OpenSessionJson = Static<typeof session.OpenSessionSchema>;
export type OwnAccountJson = Static<typeof own.OwnAccountSchema>;
export type AccountJson = Static<typeof accounts.AccountSchema>;
export type AccountState = Static<typeof accounts.AccountStateSchema>;
export type HandedLinkJson = Static<typeof accounts.HandedLinkSchema>;
export type AccountRules = Static<typeof accounts.AccountRulesSchema>;
