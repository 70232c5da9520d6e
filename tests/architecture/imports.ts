import { isPagesFace } from './browser.ts';
import { type Import, importsOf, isTest, placeInSlice, type Source, type Violation } from './source.ts';

/** The order of the house: a slice knows only those before it. A new slice takes its place here. */
export const SLICES = [
  'kernel',
  'access',
  'audit',
  'organisation',
  'account',
  'notice',
  'work',
  'document',
  'plan',
  'indicator',
  'task',
  'project',
  'policy',
  'enterprise',
  'diagnosis',
  'ladder',
  'chain',
  'report',
] as const;

/** What a slice shows to others: everything (index), or its requests and answers alone, for browsers (contract). */
const FACES = ['index.ts', 'contract.ts'];

/** Who may import whom: slice order, faces only, domain/ only kernel and domain, platform below the slices. */
export function importViolations(source: Source): Violation[] {
  if (isTest(source.path)) return [];
  return importsOf(source).flatMap((each) => {
    const message = forbidden(source.path, each);
    return message === null ? [] : [{ path: source.path, line: each.line, message: `${each.specifier}：${message}` }];
  });
}

function forbidden(path: string, { target, typeOnly }: Import): string | null {
  const from = placeInSlice(path);
  if (target === null) return from === null ? null : packageInSlice(from);
  const to = placeInSlice(target);
  if (from !== null) return fromSlice(from, to, target);
  if (path.startsWith('platform/')) return fromPlatform(to, target, typeOnly);
  if (path.startsWith('apps/web/') && isPagesFace(target)) return null;
  if (path.startsWith('apps/') && to !== null) return isFace(to) ? null : '别的切片只能经 index.ts 或 contract.ts 引用';
  return null;
}

type Place = NonNullable<ReturnType<typeof placeInSlice>>;

function packageInSlice(from: Place): string | null {
  if (from.slice === 'kernel') return 'kernel 不引用任何东西';
  return from.inside.startsWith('domain/') ? 'domain/ 里不用外部模块：没有读写、时钟和随机数' : null;
}

function fromSlice(from: Place, to: Place | null, target: string): string | null {
  const inDomain = from.inside.startsWith('domain/');
  if (to === null) {
    if (inDomain || from.slice === 'kernel') return 'domain/ 和 kernel 不引用 platform、apps';
    return target.startsWith('platform/') ? null : '切片只引用 platform 和前面的切片';
  }
  if (to.slice === from.slice) {
    return inDomain && !to.inside.startsWith('domain/') ? 'domain/ 只引用 domain/ 和 kernel' : null;
  }
  const order = SLICES as readonly string[];
  const [mine, theirs] = [order.indexOf(from.slice), order.indexOf(to.slice)];
  if (mine < 0) return `切片 ${from.slice} 没有列入次序（tests/architecture/imports.ts）`;
  if (theirs < 0) return `切片 ${to.slice} 没有列入次序（tests/architecture/imports.ts）`;
  if (theirs > mine) return `${from.slice} 在 ${to.slice} 前面，不能引用它`;
  return isFace(to) ? null : '别的切片只能经 index.ts 或 contract.ts 引用';
}

/** Platform knows the kernel and, by their types only, what a slice asks it to give back. */
function fromPlatform(to: Place | null, target: string, typeOnly: boolean): string | null {
  if (to === null) return target.startsWith('platform/') ? null : 'platform 只引用 platform 和 kernel';
  if (to.slice === 'kernel') return isFace(to) ? null : 'kernel 只能经 index.ts 引用';
  return typeOnly && isFace(to) ? null : 'platform 只能引用切片门面的类型（import type）';
}

const isFace = (to: Place): boolean => FACES.includes(to.inside) || to.inside === 'domain/index.ts';
