-- How far an import is, of a hundred.
alter table enterprise_import add column percent smallint not null default 0 check (percent between 0 and 100);
