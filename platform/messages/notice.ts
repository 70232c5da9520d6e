import { type Catalogue, figure } from './catalogue.ts';

/** Sentences for messages that leave the house, and for what the administrator decides about them. */
export const noticeMessages: Catalogue = {
  'delivery-unknown': () => '发件箱里没有这一件。请刷新后再看。',
  'delivery-not-stopped': () => '这一件还在发送或者已经送达，不必处理。请刷新后再看。',
  'settings-changed': () => '您打开之后，别人已经改过消息发送的设置，所以没有保存。请刷新后再改。',
  'password-needed-again': () => '换了发信服务器的地址、端口或加密方式，没有保存。请同时填写它的密码。',
  'hook-secret-needed-again': () => '换了网络钩子的地址，没有保存。请同时填写新的签名密钥。',
  'hook-unknown': () => '没有这个网络钩子，可能已被去掉。请刷新后再看。',
  'hook-address-unreadable': (r) =>
    `网络钩子的地址 ${figure(r.given)} 不对。请填写 http 或 https 开头、不带用户名和密码的地址。`,
  'too-many-hooks': (r) => `网络钩子已有 ${figure(r.given)} 个，不能再加。请先去掉不用的。`,
  'mail-off': () => '还没有设好发信服务器，或者已停用。请先设好并启用。',
  'secret-lost': () => '保存的密码或密钥打不开，可能换过安装密钥。请重新填写一次。',
  'mail-address-missing': () => '收信人没有登记电子邮箱。请由系统管理员在人员里补上。',
  'mail-unreachable': () => '连不上发信服务器。请检查地址、端口和网络。',
  'mail-login-refused': () => '发信服务器不接受用户名或密码。请重新填写。',
  'mail-not-secure': () => '发信服务器不支持要求的加密，没有发送。请换一种加密方式，或者让服务器支持它。',
  'mail-recipient-refused': () => '发信服务器不接受收信人的地址。请核对登记的电子邮箱。',
  'mail-refused': () => '发信服务器拒收这封邮件。请看对方的原话，检查发信地址和服务器的限制。',
  'mail-answer-lost': () => '邮件已经发出，但没有等到对方的回答，不知道是否送达。请核实后决定重发或不再发。',
  'hook-removed': () => '网络钩子已去掉或停用，这一件没有发送。请重新启用后重发，或者不再发。',
  'hook-address-private': () =>
    '网络钩子的地址在内网或不能访问的范围，没有呼叫。确实要用内网地址时，请先在设置里允许。',
  'hook-unreachable': () => '连不上网络钩子的地址。请检查地址和网络。',
  'hook-redirects': () => '对方要求转到别的地址，没有跟随。请直接填写最终的地址。',
  'hook-refused': () => '对方没有接受。请看对方的原话，检查地址、签名密钥和对方的服务。',
  'hook-answer-lost': () => '已经呼叫，但没有等到对方的回答，不知道是否送达。请核实后决定重发或不再发。',
  'sender-stopped': () => '发送途中服务停止，不知道是否送达。请核实后决定重发或不再发。',
};
