import { type ComponentType, createContext, type LazyExoticComponent, useContext } from 'react';
import type { Permission } from '../../../src/access/index.ts';
import { useSession } from './session-context.ts';

/** What a part of an enterprise's file is told: which enterprise, and as of when. */
export interface FilePartProps {
  readonly enterprise: {
    readonly id: string;
    /** Unified social credit code; null: not known yet. */
    readonly code: string | null;
    readonly name: string;
    readonly regionId: string;
    /** Its own unit, whose people come in as the enterprise. */
    readonly unitId: string | null;
    readonly chainId: string | null;
  };
  /** As it was at the end of this day; null: now. */
  readonly asOf: string | null;
  /** The enterprise itself looks at its own page. */
  readonly own: boolean;
}

/** What a slice puts into the file of an enterprise. The page gives the heading; the part draws what is below it. */
export interface FilePart {
  readonly key: string;
  readonly title: string;
  /** 10 basics, 20 trend, 30 place in the chain, 40 titles and ladder, 50 what it can get, 60 what it got, 70 projects, … */
  readonly order: number;
  /** Whoever does not hold it sees neither the part nor its heading. */
  readonly permission: Permission;
  /** Key of the section under whose heading it stands, below what is there; left out: it has a section of its own. */
  readonly inside?: string;
  readonly Part: LazyExoticComponent<ComponentType<FilePartProps>>;
  /** A few lines of the same for the two pages on paper; left out: nothing of it is printed there. */
  readonly Brief?: LazyExoticComponent<ComponentType<FilePartProps>>;
}

/** All of them; the application says, so that the file knows no later slice. */
export const FilePartsContext = createContext<readonly FilePart[]>([]);

/** Those that the present post may see, in order: with a section of their own, or inside a section. */
export function useFileParts(inside?: string): readonly FilePart[] {
  const all = useContext(FilePartsContext);
  const session = useSession();
  return filePartsFor(all, session?.permissions ?? [], inside);
}

export const filePartsFor = (
  parts: readonly FilePart[],
  permissions: readonly string[],
  inside?: string,
): readonly FilePart[] =>
  parts
    .filter((part) => permissions.includes(part.permission) && part.inside === inside)
    .toSorted((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
