-- How far an import is, of a hundred.
alter table enterprise_import add column percent smallint not null default 0 check (percent between 0 and 100);
-- Up to which id the enterprises of a long list are compared with all others; null: there is nothing left to compare.
alter table enterprise_import add column compared_after text;
drop index enterprise_import_rows;
create index enterprise_import_rows on enterprise (import_id, id) where import_id is not null;
-- Codes are looked up by their beginning and sorted by one index; scales are sorted by their size, and looked for within a region.
drop index enterprise_code_start;
create index enterprise_code_order on enterprise (code collate "C", id);
create index enterprise_scale on enterprise ((array_position('{large,medium,small,micro}'::text[], scale)), id) where counts;
create index enterprise_scale_region on enterprise (scale, region_id) where counts;
