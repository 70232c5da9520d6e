import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { reportApi, type TemplateFieldsJson } from '../../contract.ts';

type Field = TemplateFieldsJson['fields'][number];

const kindNames: Readonly<Record<Field['kind'], string>> = {
  text: '文字',
  flag: '是否',
  list: '列表',
  blocks: '段落和图表',
};

interface Props {
  /** From which paper values are shown; undefined: none. */
  readonly paper: string | undefined;
  onPaper(id: string | undefined): void;
}

/** Every field that a template may call, how it is written there, and what it stands for in a chosen paper. */
export function FieldTable({ paper, onPaper }: Props) {
  const papers = useQuery(queryFor(reportApi.listBulletins, { query: { pageSize: 50 } }));
  const chosen = paper ?? papers.data?.rows[0]?.id;
  const fields = useQuery({
    ...queryFor(reportApi.readFields, { query: chosen === undefined ? {} : { bulletinId: chosen } }),
    enabled: !papers.isLoading,
  });
  return (
    <section aria-labelledby="templates-fields">
      <h2 id="templates-fields">可以用的字段</h2>
      <p className="templates-paper">
        <span id="templates-paper">值取自</span>
        <Select
          aria-labelledby="templates-paper"
          value={chosen ?? null}
          onChange={(id: string) => onPaper(id)}
          placeholder="还没有文稿"
          showSearch={{ optionFilterProp: 'label' }}
          options={(papers.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
      </p>
      {fields.error ? (
        <Failure error={fields.error} onRetry={() => void fields.refetch()} />
      ) : fields.data === undefined ? (
        <Waiting lines={6} />
      ) : (
        <ScrollRegion className="paper-scroll templates-fields" aria-label="可以用的字段">
          <table>
            <thead>
              <tr>
                {['模板里这样写', '说明', '种类', '现在的值'].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {fields.data.fields.map((field) => (
                <tr key={field.name}>
                  <td>
                    <code>{writtenAs(field)}</code>
                  </td>
                  <td>{field.about}</td>
                  <td>{kindNames[field.kind]}</td>
                  <td>{field.value ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

/** As it stands in the Word file. */
function writtenAs({ name, kind, fields }: Field): string {
  if (kind === 'flag') return `{#${name}}…{/${name}}`;
  if (kind === 'list') return `{#${name}}${fields.map((each) => `{${each.name}}`).join(' ')}{/${name}}`;
  return `{${name}}`;
}
