-- Counting and laying out ten thousand tasks: who leads and whether something waits for a second person stand in the task itself,
-- and whoever reaches a task by its own place is not looked for among its parties.
alter table task add column lead_unit_id text
  generated always as (jsonb_path_query_first(content, '$.duties[*] ? (@.role == "lead" && @.state != "replaced")') -> 'unit' ->> 'id') stored;
alter table task add column to_close boolean not null
  generated always as (coalesce(content @? '$.duties[*] ? (@.state == "submitted")', false)) stored;

-- The same rows as before: the keeper of a task is one of its parties, and so is every unit that it was sent to.
do $$
begin
  execute format('alter policy task_read on task using (%s or exists (select from task_party p where p.task_id = task.id))',
    jw_reach_condition('', 'task.read'));
  alter policy task_duty_read on task_duty using ((select jw_is_system())
    or (sent_on is not null and (region_id in (select jw_regions('task.read')) or unit_id in (select jw_units('task.read'))))
    or exists (select from task_party p where p.task_id = task_duty.task_id));
end $$;
