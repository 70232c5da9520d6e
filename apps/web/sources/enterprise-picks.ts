import { send } from '../../../platform/web/api.ts';
import type { Picked } from '../../../platform/web/form/pick-sources.ts';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';

/** What forms pick from the register of enterprises. */
export type EnterprisePick = 'enterprise' | 'title' | 'tag' | 'industry';

const most = 20;

export const searchEnterprises: Readonly<Record<EnterprisePick, (text: string) => Promise<readonly Picked[]>>> = {
  enterprise: async (text) => {
    const query = { pageSize: most, ...(text !== '' && { text }) };
    const { rows } = await send(enterpriseApi.listEnterprises, { query });
    return rows.map(({ id, name, region }) => ({ value: id, label: name, note: region.name }));
  },
  title: async (text) => withWords(await words('titles'), text),
  tag: async (text) => withWords(await words('tags'), text),
  // A code of GB/T 4754 is typed as it is: two figures stand for all that begin with them.
  industry: async (text) => (/^\d{2,4}$/u.test(text) ? [{ value: text, label: text }] : []),
};

export const namedEnterprises: Readonly<
  Record<EnterprisePick, (values: readonly string[]) => Promise<readonly Picked[]>>
> = {
  enterprise: async (values) => {
    const found = await Promise.all(
      values.map((enterpriseId) =>
        send(enterpriseApi.readEnterprise, { params: { enterpriseId }, query: {} }).catch(() => null),
      ),
    );
    return found.flatMap((each) => (each === null ? [] : [{ value: each.id, label: each.name }]));
  },
  title: async (values) => (await words('titles')).filter(({ value }) => values.includes(value)),
  tag: async (values) => (await words('tags')).filter(({ value }) => values.includes(value)),
  industry: async (values) => values.map((value) => ({ value, label: value })),
};

const words = async (of: 'titles' | 'tags'): Promise<readonly Picked[]> =>
  (await send(enterpriseApi.readWords, {}))[of].map(({ id, name }) => ({ value: id, label: name }));

const withWords = (all: readonly Picked[], text: string): readonly Picked[] =>
  all.filter(({ label }) => label.includes(text));
