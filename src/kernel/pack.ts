/**
 * What every pack (a YAML file of content) has in common. A slice describes its own kinds of pack in `pack.ts`;
 * `platform/pack-loader` reads the files and knows nothing about their meaning.
 */

/** One thing that is wrong in a pack. `path` leads to the value inside the YAML. */
export interface PackFault {
  /** Stable code in kebab case, listed in docs/packs.md with its remedy. */
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly given?: string | number | null;
  readonly limit?: string | number | null;
}

/** A pack that has been read and matched its schema; deeply frozen. */
export interface LoadedPack<T = unknown> {
  readonly kind: string;
  readonly id: string;
  /** Path from the pack root, with `/`: `nanchang-textile-2025/plan.yaml`. */
  readonly file: string;
  /** SHA-256 of the content in canonical form, `sha256:` and 64 hex digits: replays name the pack by it. */
  readonly hash: string;
  readonly content: T;
}

/** All packs that were loaded together, for checks that look beyond one file. */
export interface PackLibrary {
  of<T>(kind: PackName<T>): readonly LoadedPack<T>[];
}

/** How the packs of a kind are asked for: by the kind, or by its name where the rest of it is not at hand. */
export type PackName<T> = Pick<PackKind<T>, 'name'> & Partial<PackKind<T>>;

/** A kind of pack: its JSON Schema (with defaults) and the checks that a schema cannot express. */
export interface PackKind<T> {
  readonly name: string;
  readonly schema: object;
  /** Every fault of one pack, none when it is right. Pure. */
  check(pack: LoadedPack<T>, library: PackLibrary): readonly PackFault[];
}
