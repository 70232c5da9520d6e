import { nearest, type PackFault } from '../../src/kernel/index.ts';

type Node = Readonly<Record<string, unknown>>;
type Path = PackFault['path'];

/** A fault, and whether the value is of another kind altogether, so that another alternative is meant. */
interface Misfit extends PackFault {
  readonly otherKind: boolean;
}

/** More than these nobody mends at once. */
const most = 200;

/**
 * What does not fit a schema, in the words of people who write packs: every place, and of alternatives the one that is
 * nearly met. Knows the words that pack schemas are made of; none found although the value does not fit: another one.
 */
export const misfits = (schema: object, value: unknown): PackFault[] =>
  misfitsOf(schema as Node, value, [])
    .slice(0, most)
    .map(({ otherKind: _, ...fault }) => fault);

function misfitsOf(schema: Node, value: unknown, path: Path): Misfit[] {
  if (Array.isArray(schema.anyOf)) return alternatives(schema, value, path);
  if (Array.isArray(schema.enum)) {
    const allowed: readonly unknown[] = schema.enum;
    return allowed.includes(value) ? [] : [misfit(path, value, `只能是 ${allowed.join('、')}`)];
  }
  const kind = kinds[String(schema.type)];
  if (kind === undefined) return [];
  if (!kind.is(value))
    return [{ ...misfit(path, value, `要${kind.words}${hintOf([schema], value)}`), otherKind: true }];
  return kind.misfits(schema, value, path);
}

const misfit = (path: Path, value: unknown, limit: string): Misfit => ({
  ...{ code: 'pack-shape', path, given: shown(value), limit, otherKind: false },
});

/** Of the alternatives that are of the same kind the one with the fewest misfits; where several are as near, all of them. */
function alternatives(schema: Node, value: unknown, path: Path): Misfit[] {
  const tried = branchesOf(schema).map((branch) => ({ branch, found: misfitsOf(branch, value, path) }));
  if (tried.some(({ found }) => found.length === 0)) return [];
  const alike = tried.filter(({ found }) => !found.some((each) => each.otherKind && each.path === path));
  if (alike.length === 0)
    return [
      {
        ...misfit(
          path,
          value,
          `要${wordsOf(tried)}${hintOf(
            tried.map(({ branch }) => branch),
            value,
          )}`,
        ),
        otherKind: true,
      },
    ];
  const fewest = Math.min(...alike.map(({ found }) => found.length));
  const [nearly, ...others] = alike.filter(({ found }) => found.length === fewest);
  if (nearly !== undefined && others.length === 0) return nearly.found;
  const keys = [nearly, ...others].flatMap((each) => requiredOf(each?.branch ?? {}));
  return [misfit(path, value, `这里能写的是 ${[...new Set(keys)].join('、')}`)];
}

const branchesOf = (schema: Node): Node[] =>
  Array.isArray(schema.anyOf) ? (schema.anyOf as Node[]).flatMap(branchesOf) : [schema];

const wordsOf = (tried: readonly { readonly branch: Node }[]): string =>
  [
    ...new Set(
      tried.flatMap(({ branch }) => (branch.type === 'null' ? [] : (kinds[String(branch.type)]?.words ?? []))),
    ),
  ].join('，或者');

/** `cap: 50000` and `docNumber: 12` were meant as text. */
const hintOf = (wanted: readonly Node[], value: unknown): string =>
  typeof value === 'number' && wanted.some(({ type }) => type === 'string')
    ? '；数要当文字写的，加引号，金额带单位'
    : '';

interface Kind {
  readonly words: string;
  is(value: unknown): boolean;
  misfits(schema: Node, value: unknown, path: Path): Misfit[];
}

const isObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const limitOf = (schema: Node, key: string): number | null =>
  typeof schema[key] === 'number' ? (schema[key] as number) : null;
const numeric = { misfits: inRange };

const kinds: Readonly<Record<string, Kind>> = {
  object: {
    words: '写成“键: 值”',
    is: isObject,
    misfits: (schema, value, path) => inObject(schema, value as Node, path),
  },
  array: {
    words: '列表',
    is: Array.isArray,
    misfits: (schema, value, path) => inList(schema, value as unknown[], path),
  },
  string: { words: '文字', is: (value) => typeof value === 'string', misfits: inText },
  number: { words: '数', is: (value) => typeof value === 'number' && Number.isFinite(value), ...numeric },
  integer: { words: '整数', is: (value) => Number.isInteger(value), ...numeric },
  boolean: { words: 'true 或 false', is: (value) => typeof value === 'boolean', misfits: () => [] },
  null: { words: 'null', is: (value) => value === null, misfits: () => [] },
};

const requiredOf = (schema: Node): string[] =>
  Array.isArray(schema.required) ? schema.required.map(String).filter((key) => !hasDefault(schema, key)) : [];

function hasDefault({ properties }: Node, key: string): boolean {
  const part = isObject(properties) ? properties[key] : undefined;
  return isObject(part) && 'default' in part;
}

function inObject(schema: Node, value: Node, path: Path): Misfit[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const patterns = isObject(schema.patternProperties) ? Object.entries(schema.patternProperties) : [];
  const missing = requiredOf(schema).filter((key) => !Object.hasOwn(value, key));
  const tooMany = limitOf(schema, 'maxProperties');
  return [
    ...(missing.length === 0 ? [] : [misfit(path, value, `缺少 ${missing.join('、')}`)]),
    ...(tooMany !== null && Object.keys(value).length > tooMany ? [misfit(path, value, `最多 ${tooMany} 项`)] : []),
    ...Object.entries(value).flatMap(([key, each]): Misfit[] => {
      const own = Object.hasOwn(properties, key)
        ? properties[key]
        : patterns.find(([pattern]) => new RegExp(pattern, 'u').test(key))?.[1];
      if (isObject(own)) return misfitsOf(own, each, [...path, key]);
      if (schema.additionalProperties !== false) return [];
      const limit = nearest(key, Object.keys(properties));
      return [{ code: 'pack-key-unknown', path: [...path, key], given: shown(each), limit, otherKind: false }];
    }),
  ];
}

function inList(schema: Node, value: readonly unknown[], path: Path): Misfit[] {
  const [least, greatest] = [limitOf(schema, 'minItems'), limitOf(schema, 'maxItems')];
  if (least !== null && value.length < least) return [misfit(path, value, `至少 ${least} 项`)];
  if (greatest !== null && value.length > greatest) return [misfit(path, value.length, `最多 ${greatest} 项`)];
  const { items } = schema;
  return isObject(items) ? value.flatMap((each, at) => misfitsOf(items, each, [...path, at])) : [];
}

/** What the patterns of pack schemas ask for. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/^\^\[0-9\]\{4\}-\[0-9\]\{2\}-\[0-9\]\{2\}\$$/u, '写成 2025-12-31 这样的日期'],
  [/^\^\[0-9\]\{4\}-\[0-9\]\{2\}\$$/u, '写成 2025-12 这样的年月'],
  [/\[\.-\]/u, '只用小写字母、数字，用 - 或 . 连接'],
  [/u0000-/u, '不能有换行和看不见的字符'],
  [/a-z0-9_/u, '只用小写字母、数字和下划线，以字母开头'],
];

function inText(schema: Node, value: unknown, path: Path): Misfit[] {
  const text = String(value);
  const [least, greatest] = [limitOf(schema, 'minLength'), limitOf(schema, 'maxLength')];
  if (least !== null && text.length < least) return [misfit(path, value, '不能空着')];
  if (greatest !== null && text.length > greatest) return [misfit(path, value, `最多 ${greatest} 个字`)];
  const { pattern } = schema;
  if (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)) return [];
  return [misfit(path, value, patterns.find(([form]) => form.test(pattern))?.[1] ?? `要合 ${pattern}`)];
}

function inRange(schema: Node, value: unknown, path: Path): Misfit[] {
  const number = Number(value);
  const [least, greatest] = [limitOf(schema, 'minimum'), limitOf(schema, 'maximum')];
  if (least !== null && number < least) return [misfit(path, value, `不小于 ${least}`)];
  return greatest !== null && number > greatest ? [misfit(path, value, `不大于 ${greatest}`)] : [];
}

/** What was written, as far as a person sees it at once. */
function shown(value: unknown): string | number | null {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return typeof value === 'number' ? value : typeof value === 'boolean' ? String(value) : null;
}
