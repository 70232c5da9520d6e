import { checked } from '../../../platform/http/check.ts';
import { contentSchemas } from '../contract/item.ts';
import type { ItemContent, ItemKind } from '../domain/model.ts';

/**
 * The whole content of an item from the fields that a person gave over those there were. Refuses fields that the kind
 * does not have and values of the wrong form, each by name.
 */
export function withFields(
  kind: ItemKind,
  before: Partial<ItemContent>,
  fields: Readonly<Record<string, unknown>>,
): ItemContent {
  return checked(contentSchemas[kind], { ...before, ...fields }, 'content') as ItemContent;
}
