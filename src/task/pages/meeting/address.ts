export interface MeetingsSearch {
  readonly page?: number;
  readonly text?: string;
}

export function meetingsSearch({ page, text }: Readonly<Record<string, unknown>>): MeetingsSearch {
  const number = Number(page);
  return {
    ...(Number.isInteger(number) && number > 1 && { page: number }),
    ...(typeof text === 'string' && text.trim() !== '' && { text: text.slice(0, 100) }),
  };
}
