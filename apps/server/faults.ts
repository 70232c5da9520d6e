/** Writes a fault of our own with its number, so that the number in an answer finds it. */
export const noteOnStderr = (number: string, cause: unknown): void => {
  process.stderr.write(`${number} ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
};
