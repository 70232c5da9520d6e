export * from './answers.ts';
export * from './form-text.ts';
export * from './questionnaire.ts';
export * from './states.ts';
