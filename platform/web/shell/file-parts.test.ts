import { lazy } from 'react';
import { expect, test } from 'vitest';
import { type FilePart, filePartsFor } from './file-parts.ts';

const part = (key: string, order: number, permission: FilePart['permission']): FilePart => ({
  ...{ key, title: key, order, permission },
  Part: lazy(async () => ({ default: () => null })),
});

test('a post sees the parts it may read, by their order and, at one place, by their keys', () => {
  const parts = [
    part('projects', 70, 'project.read'),
    part('ladder', 40, 'enterprise.read'),
    part('chain', 30, 'chain.read'),
    part('badges', 40, 'enterprise.read'),
  ];
  const keys = (...permissions: string[]) => filePartsFor(parts, permissions).map(({ key }) => key);
  expect(keys('enterprise.read', 'project.read')).toEqual(['badges', 'ladder', 'projects']);
  expect(keys('chain.read')).toEqual(['chain']);
  expect(keys()).toEqual([]);
});
