/** The building blocks of pack schemas, under the name that the schemas of this slice know. */
export * from '../../../platform/pack-loader/fields.ts';
