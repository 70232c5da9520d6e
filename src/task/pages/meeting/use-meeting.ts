import { useQueryClient } from '@tanstack/react-query';
import { ApiRefused, keyOf, send } from '../../../../platform/web/api.ts';
import { type DecisionJson, type MeetingHeadJson, type MeetingJson, meetingApi, tasksApi } from '../../contract.ts';

type Entry =
  | { readonly id: string }
  | { readonly kind: 'free'; readonly title: string }
  | { readonly kind: MeetingJson['items'][number]['kind']; readonly taskId: string; readonly dutyId: string };

/** What can be done at a meeting; each puts the meeting as it stands afterwards in its place. */
export interface MeetingActions {
  arrange(items: readonly Entry[]): Promise<void>;
  decide(itemId: string, decision: DecisionJson): Promise<void>;
  change(head: MeetingHeadJson): Promise<void>;
  end(note: string | null): Promise<void>;
}

export function useMeetingActions({ id, revision }: Pick<MeetingJson, 'id' | 'revision'>): MeetingActions {
  const client = useQueryClient();
  const params = { meetingId: id };
  const put = async (work: Promise<MeetingJson>): Promise<void> => {
    try {
      client.setQueryData(keyOf(meetingApi.readMeeting, params), await work);
      for (const endpoint of [meetingApi.proposeAgenda, meetingApi.listMeetings])
        void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    } catch (cause) {
      // Somebody else wrote meanwhile: what he wrote is shown beside the refusal.
      if (cause instanceof ApiRefused && cause.refusals.some(({ code }) => code === 'record-changed'))
        void client.invalidateQueries({ queryKey: keyOf(meetingApi.readMeeting, params) });
      throw cause;
    }
  };
  return {
    arrange: (items) => put(send(meetingApi.putAgenda, { params, body: { revision, items: [...items] } })),
    decide: async (itemId, decision) => {
      const at = { meetingId: id, itemId };
      await put(send(meetingApi.decideItem, { params: at, body: { revision, decision } }));
      for (const endpoint of [tasksApi.listTasks, tasksApi.readTask, tasksApi.countTasks])
        void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    },
    change: (head) => put(send(meetingApi.changeMeeting, { params, body: { revision, ...head } })),
    end: (note) => put(send(meetingApi.endMeeting, { params, body: { revision, note } })),
  };
}
