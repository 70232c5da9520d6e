-- Imports of the organisation that can be taken back as a batch, and what the lists of organisation need.

alter table unit add column bank_account_masked text;
create index unit_name on unit (name, id);
create index person_name on person (name, id);

create table organisation_import (
  id text primary key,
  file_name text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  rows integer not null,
  added integer not null,
  changed integer not null,
  ended integer not null,
  undone_at timestamptz,
  undone_by_id text,
  undone_by_name text
);
create index organisation_import_at on organisation_import (at desc, id);

-- Each record before and after, whole: what an undo puts back. Read by nobody but whoever keeps the organisation.
create table organisation_import_change (
  import_id text not null references organisation_import (id) on delete cascade,
  position integer not null,
  kind text not null,
  key text not null,
  before jsonb,
  after jsonb,
  primary key (import_id, position)
);

alter table organisation_import enable row level security;
create policy organisation_import_kept on organisation_import for all
  using ((select jw_may('organisation.write'))) with check ((select jw_may('organisation.write')));
alter table organisation_import_change enable row level security;
create policy organisation_import_change_kept on organisation_import_change for all
  using ((select jw_may('organisation.write'))) with check ((select jw_may('organisation.write')));

-- Whoever may propose a grant may also take back what is only proposed.
create policy post_grant_unpropose on post_grant for delete
  using (state = 'proposed' and (select jw_may('organisation.write')));
create policy post_grant_propose_no_more on post_grant for update
  using (state = 'proposed' and (select jw_may('organisation.write'))) with check (state in ('proposed', 'withdrawn'));

-- Whoever is taken away must be found by those who name it.
create index unit_successor on unit (successor) where successor is not null;
create index chain_parent on chain (parent) where parent is not null;
create index chain_region on chain (region_id);
create index region_term_successor on region_term (successor) where successor is not null;
create index post_grant_region on post_grant (region_id) where region_id is not null;
