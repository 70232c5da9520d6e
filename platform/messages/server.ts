import { type Catalogue, figure } from './catalogue.ts';
import { fieldName } from './fields.ts';

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  integer: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组字段',
  null: '空',
};
const typeNames = (limit: string | number | null | undefined): string =>
  String(limit ?? '')
    .split('、')
    .map((name) => types[name] ?? name)
    .join('或');

/** Sentences for requests that do not fit their contract, and for a server that cannot answer. */
export const serverMessages: Catalogue = {
  'field-missing': (r) => `缺少${fieldName(r.field)}。请补上再提交。`,
  'field-unexpected': (r) => `${fieldName(r.field)}不该出现在这里。请去掉它再提交。`,
  'value-not-listed': (r) =>
    `${fieldName(r.field)}不能是「${figure(r.given)}」。请从这些里选一个：${figure(r.limit)}。`,
  'type-wrong': (r) => `${fieldName(r.field)}应是${typeNames(r.limit)}。请改正后再提交。`,
  'form-wrong': (r) => `${fieldName(r.field)}的写法不对：${figure(r.given)}。请按要求的格式重写。`,
  'value-out-of-bounds': (r) => `${fieldName(r.field)}超出允许的范围（界限 ${figure(r.limit)}）。请改正后再提交。`,
  'text-unstorable': (r) => `${fieldName(r.field)}里有不能保存的控制字符。请重新输入这段文字。`,
  'json-unreadable': () => '请求的内容读不懂，可能没有传完。请再试一次。',
  'media-type-unsupported': () => '请求的内容类型不对。上传文件请用表单（multipart/form-data），其余请用 JSON。',
  'file-missing': () => '没有收到文件。请选择一个文件再上传。',
  'not-signed-in': () => '您还没有登录，或者登录已经过期。请登录后再试。',
  'not-allowed': (r) =>
    `${r.given == null ? '您的岗位还没有授权' : `「${figure(r.given)}」没有这项权限`}：${figure(r.limit)}。需要时请找安全管理员给岗位授权，或切换到别的岗位。`,
  'not-a-person': () => '这一步要由登录的人来做，系统自己和命令行不能代劳。请登录网页后再操作。',
  'origin-foreign': () => '这个请求来自别的网站，为了安全没有执行。请从本系统的页面操作。',
  'address-unknown': (r) => `没有 ${figure(r.given)} 这个地址。请从首页重新进入。`,
  'list-too-long': (r) => `要导出的超过 ${figure(r.limit)} 条，没有导出。请加上条件，分几次导出。`,
  'server-busy': () => '同时处理的文件太多，这一个没有处理。请等几秒钟再试。',
  'database-away': () => '数据库暂时连不上，没有保存任何内容。请稍等再试；一直这样时，请管理员检查数据库。',
  'internal-fault': (r) =>
    `程序出错了，这次操作没有保存。请再试一次；仍然这样时，请把编号 ${figure(r.given)} 告诉管理员。`,
  'port-in-use': (r) => `端口 ${figure(r.given)} 已被别的程序占用。请停掉那个程序，或者用 --port 换一个端口。`,
  'port-not-allowed': (r) => `没有权限使用端口 ${figure(r.given)}。请用 --port 换一个大于 1023 的端口。`,
  'host-unknown': (r) => `这台机器上没有地址 ${figure(r.given)}。请用 --host 换一个，例如 127.0.0.1。`,
};
