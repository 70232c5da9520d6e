import { BlockList, isIP } from 'node:net';
import { isAbsolute } from 'node:path';

/** What a variable may hold: reads its text, and says in Chinese what is expected when the text is not that. */
export interface Kind<T> {
  /** What is expected, as the end of a sentence: `应为` … . */
  readonly expected: string;
  /** The value, or undefined when the text is none. */
  readonly read: (text: string) => T | undefined;
}

const kind = <T>(expected: string, read: Kind<T>['read']): Kind<T> => ({ expected, read });

/** Any text without control characters. */
export const words: Kind<string> = kind('一行文字', (text) => (/\p{Cc}/u.test(text) ? undefined : text));

/** A secret of at least so many characters, so that it cannot be guessed. */
export const secretOf = (least: number): Kind<string> =>
  kind(`至少 ${least} 个字符的随机文字`, (text) => (text.length >= least && !/\s/u.test(text) ? text : undefined));

export const wholeNumber = (least: number, most: number): Kind<number> =>
  kind(`${least} 到 ${most} 的整数`, (text) => {
    const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  });

export const oneOf = <const C extends string>(...choices: readonly C[]): Kind<C> =>
  kind(choices.join('、'), (text) => choices.find((choice) => choice === text));

/** On or off, as people write it. */
export const onOrOff: Kind<boolean> = kind('on 或 off', (text) => {
  if (/^(?:on|true|yes|1)$/iu.test(text)) return true;
  return /^(?:off|false|no|0)$/iu.test(text) ? false : undefined;
});

/** `postgres://user:password@host:port/database`. */
export const postgresAddress: Kind<string> = kind('postgres://用户:密码@主机:端口/库名', (text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOne = url !== null && /^postgres(?:ql)?:$/u.test(url.protocol) && /^\/[^/]+$/u.test(url.pathname);
  return isOne ? text : undefined;
});

/** Several of these, parted by commas. */
export const postgresAddresses: Kind<readonly string[]> = kind('用逗号分开的 postgres:// 地址', (text) => {
  const addresses = text.split(',').map((each) => each.trim());
  return addresses.every((each) => postgresAddress.read(each) !== undefined) ? addresses : undefined;
});

/** Address of a web site without path, query or user: `https://jingwei.example.gov.cn`; given without the last `/`. */
export const siteAddress: Kind<string> = kind('https://域名，后面不带路径', (text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOne = url !== null && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/`;
  return isOne ? url.origin : undefined;
});

/** Address of a service, possibly with a path: https, and http only on this machine. */
export const serviceAddress: Kind<string> = kind('https:// 开头的网址', (text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(?:localhost|127\.|\[::1\])/u.test(url.host));
  return url !== null && isSafe && url.username === '' ? text : undefined;
});

/** A name or address to listen on. */
export const hostName: Kind<string> = kind('IP 地址或主机名，例如 127.0.0.1 或 0.0.0.0', (text) =>
  isIP(text) !== 0 || /^(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/iu.test(text) ? text : undefined,
);

/** Folder or file by its whole path. */
export const path: Kind<string> = kind('以 / 开头的完整路径', (text) => (isAbsolute(text) ? text : undefined));

/** IP addresses and networks, apart by commas: `127.0.0.1,10.0.0.0/8`. */
export const addresses: Kind<readonly string[]> = kind(
  '用逗号分开的 IP 地址或网段，例如 127.0.0.1,10.0.0.0/8',
  (text) => {
    const each = text.split(/[,，\s]+/u).filter((part) => part !== '');
    return each.length > 0 && each.every(isNetwork) ? each : undefined;
  },
);

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Asks whether an address stands in one of the networks; addresses of IPv4 written as IPv6 count as IPv4. */
export function addressList(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (given) => {
    const address = given.replace(/^::ffff:(?=\d+\.)/iu, '');
    const family = isIP(address);
    return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
  };
}
