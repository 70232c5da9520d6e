-- Ten thousand tasks under way beside a hundred thousand that are over: what is looked at every day is found by itself.

-- The usual order of both lists, the worst light first, is walked instead of sorted.
create index task_usual on task ((array_position('{red,yellow,blue,green,none}'::text[], light)), due_on, id);
create index task_duty_usual on task_duty ((array_position('{red,yellow,blue,green,none}'::text[], light)), due_on, task_id, duty_id);

-- What a unit keeps, and what of it is under way.
create index task_unit on task (unit_id, state);
-- Who reaches a chain finds its parties as whoever reaches a region or a unit does.
create index task_party_chain on task_party ((chain_id || '@' || region_id)) where chain_id is not null;

