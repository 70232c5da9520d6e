import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { figureVintageNames, titleLevelNames } from '../domain/model/index.ts';
import { ChangeSchema, RegistrationSchema } from './content.ts';
import { EnterpriseSchema } from './enterprise.ts';
import { closed, Day, Id, nullable, oneOf, Period, Reason, RecordId, Revision } from './shape.ts';

/** What is done with one enterprise. */

const params = Type.Object({ enterpriseId: RecordId }, closed);
const keep = { method: 'POST', permission: 'enterprise.keep', status: 200, params, answer: EnterpriseSchema } as const;
const titleParams = Type.Object({ enterpriseId: RecordId, titleId: RecordId }, closed);
const contactParams = Type.Object({ enterpriseId: RecordId, contactId: RecordId }, closed);
const fileParams = Type.Object({ enterpriseId: RecordId, fileId: RecordId }, closed);
const figuresParams = Type.Object({ enterpriseId: RecordId, period: Period }, closed);

const Source = Type.String({ minLength: 2, maxLength: 300, pattern: '\\S', description: '凭什么：文件名称和文号' });
const TitleBody = {
  kind: Id,
  level: oneOf(titleLevelNames),
  number: Type.String({ maxLength: 80 }),
  givenOn: Day,
  endsOn: Type.Optional(
    nullable(Type.String({ ...Day, description: '到这一天不再有效；不写按称号的年限算，空的是长期有效' })),
  ),
  edition: nullable(Type.String({ maxLength: 80 })),
  source: Source,
} as const;

const phone = Type.String({ maxLength: 40 });
const mail = Type.String({ maxLength: 120 });
const person = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });
const role = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });

export const keepApi = {
  registerEnterprise: endpoint({
    ...keep,
    status: 201,
    path: '/enterprises',
    params: undefined,
    summary: '登记企业',
    body: Type.Object(
      {
        content: RegistrationSchema,
        since: Type.Optional(Type.String({ ...Day, description: '从哪一天起是这样；缺省是今天' })),
        /** 已经看过这些同名的企业，确认要登记 */
        seen: Type.Optional(Type.Array(RecordId, { maxItems: 50 })),
      },
      closed,
    ),
  }),
  changeEnterprise: endpoint({
    ...keep,
    method: 'PATCH',
    path: '/enterprises/:enterpriseId',
    summary: '企业从某一天起变了：改名、换代码、搬迁等；以前的留在历史里',
    body: Type.Object(
      {
        revision: Revision,
        holdsFrom: Day,
        change: ChangeSchema,
        reason: Type.Optional(Type.String({ maxLength: 500 })),
      },
      closed,
    ),
  }),
  correctEnterprise: endpoint({
    ...keep,
    path: '/enterprises/:enterpriseId/correction',
    summary: '更正记错的内容；不算变更，历史里也一起改正',
    body: Type.Object({ revision: Revision, change: ChangeSchema, reason: Reason }, closed),
  }),
  giveTitle: endpoint({
    ...keep,
    status: 201,
    path: '/enterprises/:enterpriseId/titles',
    summary: '登记企业得到的称号',
    body: Type.Object(TitleBody, closed),
  }),
  changeTitle: endpoint({
    ...keep,
    method: 'PUT',
    path: '/enterprises/:enterpriseId/titles/:titleId',
    params: titleParams,
    summary: '更正称号',
    body: Type.Object({ revision: Revision, ...TitleBody, reason: Reason }, closed),
  }),
  endTitle: endpoint({
    ...keep,
    path: '/enterprises/:enterpriseId/titles/:titleId/end',
    params: titleParams,
    summary: '称号提前取消；endedOn 为空：收回取消',
    body: Type.Object({ revision: Revision, endedOn: nullable(Day), reason: Reason }, closed),
  }),
  removeTitle: endpoint({
    ...keep,
    path: '/enterprises/:enterpriseId/titles/:titleId/remove',
    params: titleParams,
    summary: '删去登记错的称号',
    body: Type.Object({ revision: Revision, reason: Reason }, closed),
  }),
  putFigures: endpoint({
    ...keep,
    method: 'PUT',
    path: '/enterprises/:enterpriseId/figures/:period',
    params: figuresParams,
    summary: '登记企业一年或一个月的数据',
    body: Type.Object(
      {
        revision: Type.Integer({ ...Revision, description: '看到的修改次数；还没有是 0' }),
        /** 数据项 → 整数，按数据项的小数位数；空的：删去这一项 */
        figures: Type.Record(Id, nullable(Type.Integer({ minimum: -9e15, maximum: 9e15 }))),
        vintage: oneOf(figureVintageNames),
        source: Source,
      },
      closed,
    ),
  }),
  addContact: endpoint({
    ...keep,
    status: 201,
    path: '/enterprises/:enterpriseId/contacts',
    summary: '登记联系人',
    body: Type.Object({ name: person, role, phone, mail }, closed),
  }),
  changeContact: endpoint({
    ...keep,
    method: 'PUT',
    path: '/enterprises/:enterpriseId/contacts/:contactId',
    params: contactParams,
    summary: '修改联系人；不写电话或邮箱就不动它',
    body: Type.Object({ name: person, role, phone: Type.Optional(phone), mail: Type.Optional(mail) }, closed),
  }),
  removeContact: endpoint({
    ...keep,
    path: '/enterprises/:enterpriseId/contacts/:contactId/remove',
    params: contactParams,
    summary: '删去联系人',
    body: Type.Object({ reason: Reason }, closed),
  }),
  revealContact: endpoint({
    method: 'POST',
    permission: 'enterprise.contact',
    status: 200,
    path: '/enterprises/:enterpriseId/contacts/:contactId/reveal',
    params: contactParams,
    summary: '写明理由，查看联系人的完整电话和邮箱',
    body: Type.Object({ reason: Reason }, closed),
    answer: Type.Object({ phone: Type.String(), mail: Type.String() }, closed),
  }),
  /** A form: `about`, `file`. */
  addFile: endpoint({
    ...keep,
    status: 201,
    path: '/enterprises/:enterpriseId/files',
    summary: '上传证明材料',
  }),
  readFile: endpoint({
    method: 'GET',
    permission: 'enterprise.read',
    status: 200,
    path: '/enterprises/:enterpriseId/files/:fileId',
    params: fileParams,
    summary: '证明材料本身',
  }),
  removeFile: endpoint({
    ...keep,
    path: '/enterprises/:enterpriseId/files/:fileId/remove',
    params: fileParams,
    summary: '撤下证明材料',
    body: Type.Object({ reason: Reason }, closed),
  }),
  /** A form: `about`, `file`. */
  sendOwnFile: endpoint({
    ...{ ...keep, permission: 'enterprise.ask', status: 201, path: '/enterprises/:enterpriseId/own-files' },
    summary: '企业上传自己的材料，等认可',
  }),
  takeBackOwnFile: endpoint({
    ...{ ...keep, permission: 'enterprise.ask', path: '/enterprises/:enterpriseId/own-files/:fileId/remove' },
    ...{ params: fileParams, summary: '企业收回还没有认可的材料' },
  }),
  agreeToFile: endpoint({
    ...{ ...keep, permission: 'enterprise.review', path: '/enterprises/:enterpriseId/own-files/:fileId/decision' },
    ...{ params: fileParams, summary: '认可企业上传的材料，或者写明理由退回' },
    body: Type.Object({ agree: Type.Boolean(), reason: Type.String({ maxLength: 500 }) }, closed),
  }),
} as const;
