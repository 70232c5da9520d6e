import type { Actor, Permission } from '../../access/domain/index.ts';
import { type Audience, isTold, type NewNotice } from '../../notice/domain/index.ts';
import type { Party, WorkItem } from './item.ts';

/** What people are told about an item, at each step. The key names item and revision, so that it is told once. */

const audienceOf = (party: Party, { place }: WorkItem): Audience =>
  party.kind === 'holders'
    ? { to: 'holders', permission: party.id as Permission, place }
    : { to: party.kind, id: party.id };

const linkOf = ({ id }: WorkItem): string => `/work/${id}`;
const due = ({ dueOn }: WorkItem): string => (dueOn === null ? '' : `期限 ${dueOn}。`);
const dueWords = (item: WorkItem): string => due(item) || '没有写期限。';

const base = (item: WorkItem, step: string, actor: Actor) => ({
  key: `work:${item.id}:${item.revision}:${step}`,
  link: linkOf(item),
  origin: { slice: 'work', kind: 'work', id: item.id },
  importance: item.importance,
  except: actor.id,
});

/** To whoever is to do it, and to those who get a copy. */
export function tellOpened(item: WorkItem, copies: readonly Party[], actor: Actor): NewNotice[] {
  const { assignee, createdBy } = item;
  const by = createdBy.post === null ? createdBy.name : `${createdBy.post} ${createdBy.name}`;
  const text = item.origin === null ? `${by} 交办。${dueWords(item)}${item.detail}` : `${due(item)}${item.detail}`;
  const opened: NewNotice = {
    ...base(item, 'opened', actor),
    ...{ kind: 'todo', title: `待办：${item.title}`, text, to: [audienceOf(assignee, item)] },
  };
  if (copies.length === 0) return [opened];
  const copied: NewNotice = {
    ...base(item, 'copied', actor),
    ...{ kind: 'copy', title: `抄送：${item.title}`, text: `承办：${assignee.name}。${dueWords(item)}` },
    to: copies.map((party) => audienceOf(party, item)),
  };
  return [opened, copied];
}

/** To the giver: what came of it. `what` is a short sentence; nobody is told of an item that the platform opened. */
export const tellGiver = (item: WorkItem, step: string, what: string, actor: Actor): NewNotice[] =>
  isTold(item.createdBy.id)
    ? [
        {
          ...base(item, step, actor),
          ...{ kind: 'progress', title: `${what}：${item.title}`, text: item.outcome ?? '' },
          to: [{ to: 'person', id: item.createdBy.id }],
        },
      ]
    : [];

/** To whoever is to do it: a word from the giver. Of a claimed item only to the one who has it. */
export const tellAssignee = (
  item: WorkItem,
  step: string,
  what: string,
  text: string,
  kind: 'due' | 'progress',
  actor: Actor,
): NewNotice => ({
  ...base(item, step, actor),
  ...{ kind, title: `${what}：${item.title}`, text },
  to: [item.claimedBy === null ? audienceOf(item.assignee, item) : { to: 'person', id: item.claimedBy.id }],
});

/** Words of a reminder. */
export const urgeWords = (item: WorkItem, by: string, note: string | null): string =>
  `${by} 催办。${dueWords(item)}${note ?? ''}`;
