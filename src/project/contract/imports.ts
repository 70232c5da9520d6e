import { Type } from 'typebox';
import { importCheckSchema } from '../../../platform/http/import-check.ts';
import { LikeSchema } from './project.ts';
import { closed } from './shape.ts';

/** What an import would do, and what is wrong in it; as every import of the product tells it. */
export const ImportCheckSchema = importCheckSchema({
  /** 可能和已有的或者文件里别的项目是同一个；导入以后由人判定 */
  doubles: Type.Array(Type.Object({ row: Type.Integer(), name: Type.String(), likes: Type.Array(LikeSchema) }, closed)),
});
