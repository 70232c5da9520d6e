import { type Catalogue, figure } from './catalogue.ts';

const minutes = (limit: string | number | null | undefined): string =>
  typeof limit === 'number' && limit >= 60 ? `${figure(Math.round(limit / 6) / 10)} 小时` : `${figure(limit)} 分钟`;

const administrators: Readonly<Record<string, string>> = {
  ...{ system: '系统管理员', security: '安全管理员', audit: '审计管理员' },
};

/** Sentences for the way in and for accounts. Nothing that was typed as a password or code stands in them. */
export const accountMessages: Catalogue = {
  'login-wrong': () => '登录名或密码不对。请核对后再试；忘了密码，请找系统管理员要一次性链接。',
  'login-locked': (r) => `失败的次数太多，暂时不能登录。请在 ${minutes(r.limit)}后再试，或请安全管理员解除锁定。`,
  'login-first': () => '登录的第一步已经过了时间。请重新输入登录名和密码。',
  'account-disabled': () => '这个账号已停用。需要恢复时，请找系统管理员。',
  'code-wrong': () => '动态口令不对，或者已经用过。请等出现下一个口令再输入；手机的时间要准。',
  'code-locked': (r) => `动态口令错的次数太多。请在 ${minutes(r.limit)}后再试，或请安全管理员解除锁定。`,
  'csrf-wrong': () => '这一页已经过时，可能在别的窗口换了岗位或重新登录，没有执行。请刷新后再操作。',
  'too-many-requests': (r) => `请求太频繁，这一次没有执行。请在 ${figure(r.limit)} 秒后再试。`,
  'password-due': () => '要先改密码才能继续。请到「我的账号」设定新密码。',
  'second-factor-due': () => '要先绑定动态口令才能继续。请到「我的账号」绑定。',
  'proof-needed': () => '这一步要确认是本人。请再输一次密码。',
  'password-wrong': () => '现在的密码不对。请核对后再试。',
  'password-too-short': (r) => `密码太短，至少 ${figure(r.limit)} 个字符。请加长。`,
  'password-too-long': (r) => `密码太长，最多 ${figure(r.limit)} 个字符。请缩短。`,
  'password-too-plain': (r) =>
    `密码太简单。请在大写字母、小写字母、数字、符号中至少用三类，或者加长到 ${figure(r.limit)} 个字符。`,
  'password-repeats': (r) => `密码里反复是同几个字符。请至少用 ${figure(r.limit)} 个不同的字符。`,
  'password-holds-name': () => '密码里有登录名或姓名，容易被猜到。请换一个。',
  'password-common': () => '密码是常见的词、连着的键或数字，容易被猜到。请换一个。',
  'password-reused': (r) => `最近 ${figure(r.limit)} 次用过这个密码。请换一个没用过的。`,
  'post-not-held': () => '这个岗位今天不由您担任，也没有委托给您。请刷新后重新选择。',
  'second-factor-bound': () => '已经绑定了动态口令。要换手机时，请先取消再绑定，或请安全管理员重置。',
  'second-factor-missing': () => '还没有绑定动态口令。请先绑定。',
  'second-factor-not-begun': () => '绑定没有开始，或者密钥已经失效。请重新开始绑定。',
  'second-factor-required': () => '您的岗位必须用动态口令，不能取消。要换手机时，请安全管理员重置。',
  'link-spent': () => '这个链接已经用过、过期或作废。请向系统管理员要一个新的。',
  'sign-on-off': () => '没有设置统一身份认证。请用登录名和密码登录。',
  'sign-on-away': () => '统一身份认证暂时连不上。请稍后再试，或用登录名和密码登录。',
  'sign-on-failed': () => '统一身份认证没有完成。请从登录页重新开始。',
  'sign-on-unknown': () => '统一身份认证中的这个人在这里没有账号。请找系统管理员开设。',
  'sign-on-other': () => '这个账号已绑定统一身份认证中的另一个人。请找安全管理员核对。',
  'login-malformed': (r) =>
    `登录名「${figure(r.given)}」不能用。请用 2 到 ${figure(r.limit)} 个字母、汉字、数字或 . _ - @，以字母、汉字或数字开头。`,
  'login-taken': (r) => `登录名「${figure(r.given)}」已有人用。请换一个。`,
  'person-has-account': (r) => `${figure(r.given)}已经有账号。请从名单里去掉。`,
  'person-not-there': (r) => `没有编号为 ${figure(r.given)} 的人员，或已经离职。请刷新名单后重新选择。`,
  'account-unknown': (r) => `没有编号为 ${figure(r.given)} 的账号。请回到清单重新选择。`,
  'account-own': () => '不能对自己的账号这样做。请另一位管理员来办。',
  'last-administrator': (r) =>
    `这是最后一个能用的${administrators[String(r.given)] ?? figure(r.given)}，不能停用、收回授权或结束岗位。请先给另一个人同样的岗位和账号。`,
  'account-already': (r) => `账号已经是${figure(r.given)}的。请刷新后再看。`,
  'role-unknown-here': (r) => `没有编号为 ${figure(r.given)} 的角色。请从名单里选。`,
  'administrators-there': () => '已经有账号，不用再开设最初的管理员。要给谁新链接，请运行 ./jingwei user link 登录名。',
  'registers-missing': () => '还没有装入地区和角色，不能开设管理员。请先启动一次 ./jingwei serve。',
  'login-unknown': (r) => `没有登录名是「${figure(r.given)}」的账号。请运行 ./jingwei user list 查看。`,
  'secret-key-unreadable': (r) =>
    `密钥文件 ${figure(r.given)} 读不了或已损坏。请从备份恢复它，或用环境变量 JINGWEI_SECRET_KEY 给出原来的密钥；没有原来的密钥，已绑定的动态口令都打不开。`,
  'demo-in-production': () => '演示会打印出登录密码，NODE_ENV=production 时不能启动。请去掉 --demo。',
  'demo-external-database': () => '演示只能用自带的数据库。请去掉 DATABASE_URL，或者去掉 --demo。',
  'demo-database-in-use': () =>
    '这个数据库里已经有正式的账号，不能再放入演示内容。请去掉 --demo，或用 JINGWEI_DATA 换一个目录。',
  'demo-not-loopback': (r) =>
    `演示只能在本机访问，不能监听 ${figure(r.given) || '别的地址'}。请用 127.0.0.1，或者去掉 --demo。`,
};
