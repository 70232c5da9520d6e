export * from './answers.ts';
export * from './questionnaire.ts';
export * from './states.ts';
