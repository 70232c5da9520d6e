-- asSystemInside
select coalesce(current_setting('jingwei.post', true), '') as post;
select set_config('jingwei.post', '@system', true);
select set_config('jingwei.post', $1, true);

-- insertImport
insert into "organisation_import" ("id", "at", "rows", "added", "changed", "ended", "file_name", "by_id", "by_name", "undone_at", "undone_by_id", "undone_by_name") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
insert into "organisation_import_change" ("import_id", "position", "kind", "key", "before", "after") values ($1, $2, $3, $4, $5, $6);

-- isRoleNamed
select "post_id" from "post_grant" where "role_id" = $1 limit $2;

-- listChains
select "chain"."id", "chain"."name", "chain"."region_id" as "region", (select t.name from region_term t where t.code = "chain"."region_id" order by t.valid_from desc nulls last limit 1) as "regionName", "chain"."parent", "above"."name" as "parentName", "chain"."aliases", "chain"."valid_from" as "validFrom", "chain"."valid_to" as "validTo", case when "chain"."valid_to" <= $1::date then 'ended' when "chain"."valid_from" > $2::date then 'coming' else 'current' end as "state" from "chain" left join "chain" as "above" on "above"."id" = "chain"."parent" where case when "chain"."valid_to" <= $3::date then 'ended' when "chain"."valid_from" > $4::date then 'coming' else 'current' end = any($5) and "chain"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($6::text[]) and $7::date >= c.valid_from and $8::date < c.valid_to) and (("chain"."name" ilike $9 or array_to_string("chain"."aliases", '、') ilike $10)) and "chain"."id" = any($11::text[]) and not "chain"."id" = any($12::text[]) order by "chain"."name" desc, "chain"."id" limit $13 offset $14;
select count(*) as total from ( select from ((select 1 as "one" from "chain" left join "chain" as "above" on "above"."id" = "chain"."parent" where case when "chain"."valid_to" <= $1::date then 'ended' when "chain"."valid_from" > $2::date then 'coming' else 'current' end = any($3) and "chain"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($4::text[]) and $5::date >= c.valid_from and $6::date < c.valid_to) and (("chain"."name" ilike $7 or array_to_string("chain"."aliases", '、') ilike $8)) and "chain"."id" = any($9::text[]) and not "chain"."id" = any($10::text[]))) as every limit $11) as counted;

-- listDelegations
select "delegation"."id", "delegation"."post_id" as "postId", "post"."title" as "post", "unit"."name" as "unit", "holder"."id" as "holderId", "holder"."name" as "holder", "deputy"."id" as "toId", "deputy"."name" as "to", "delegation"."valid_from" as "validFrom", delegation.valid_to - 1 as "lastDay", "delegation"."reason", case when delegation.revoked_at is not null then 'revoked' when delegation.valid_to <= $1::date then 'over' when delegation.valid_from > $2::date then 'coming' else 'running' end as "state" from "delegation" inner join "post" on "post"."id" = "delegation"."post_id" inner join "unit" on "unit"."id" = "post"."unit_id" inner join "person" as "holder" on "holder"."id" = "post"."person_id" inner join "person" as "deputy" on "deputy"."id" = "delegation"."to_person" where case when delegation.revoked_at is not null then 'revoked' when delegation.valid_to <= $3::date then 'over' when delegation.valid_from > $4::date then 'coming' else 'running' end = any($5) and (("holder"."name" ilike $6 or "deputy"."name" ilike $7 or "post"."title" ilike $8 or "unit"."name" ilike $9)) and ("post"."person_id" = $10 or "delegation"."to_person" = $11) order by "deputy"."name" desc, "delegation"."id" limit $12 offset $13;
select count(*) as total from ( select from ((select 1 as "one" from "delegation" inner join "post" on "post"."id" = "delegation"."post_id" inner join "unit" on "unit"."id" = "post"."unit_id" inner join "person" as "holder" on "holder"."id" = "post"."person_id" inner join "person" as "deputy" on "deputy"."id" = "delegation"."to_person" where case when delegation.revoked_at is not null then 'revoked' when delegation.valid_to <= $1::date then 'over' when delegation.valid_from > $2::date then 'coming' else 'running' end = any($3) and (("holder"."name" ilike $4 or "deputy"."name" ilike $5 or "post"."title" ilike $6 or "unit"."name" ilike $7)) and ("post"."person_id" = $8 or "delegation"."to_person" = $9))) as every limit $10) as counted;

-- listImports
select * from "organisation_import" order by "at" desc, "id" limit $1 offset $2;
select count(*) as "total" from "organisation_import";

-- listPeople
select "person"."id", "person"."name", coalesce((select string_agg(u.name || ' ' || p.title, '；' order by p.main desc, u.name, p.title) from post p join unit u on u.id = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $1::date) and (p.valid_to is null or p.valid_to > $2::date)), '') as "posts", "person"."phone_masked" as "phone", "person"."id_number_masked" as "idNumber", "person"."email", "person"."note", "person"."valid_to" as "validTo", case when person.valid_to <= $3::date then 'ended' else 'current' end as "state" from "person" where case when person.valid_to <= $4::date then 'ended' else 'current' end = any($5) and exists (select from post p join unit u on u.id = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $6::date) and (p.valid_to is null or p.valid_to > $7::date) and u.region_id in (select c.descendant from region_closure c where c.ancestor = any($8::text[]) and $9::date >= c.valid_from and $10::date < c.valid_to)) and exists (select from post p join unit_closure c on c.descendant = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $11::date) and (p.valid_to is null or p.valid_to > $12::date) and c.ancestor = any($13::text[])) and (("person"."name" ilike $14 or coalesce((select string_agg(u.name || ' ' || p.title, '；' order by p.main desc, u.name, p.title) from post p join unit u on u.id = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $15::date) and (p.valid_to is null or p.valid_to > $16::date)), '') ilike $17)) and "person"."id" = any($18::text[]) and not "person"."id" = any($19::text[]) order by "person"."name" desc, "person"."id" limit $20 offset $21;
select count(*) as total from ( select from ((select 1 as "one" from "person" where case when person.valid_to <= $1::date then 'ended' else 'current' end = any($2) and exists (select from post p join unit u on u.id = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $3::date) and (p.valid_to is null or p.valid_to > $4::date) and u.region_id in (select c.descendant from region_closure c where c.ancestor = any($5::text[]) and $6::date >= c.valid_from and $7::date < c.valid_to)) and exists (select from post p join unit_closure c on c.descendant = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $8::date) and (p.valid_to is null or p.valid_to > $9::date) and c.ancestor = any($10::text[])) and (("person"."name" ilike $11 or coalesce((select string_agg(u.name || ' ' || p.title, '；' order by p.main desc, u.name, p.title) from post p join unit u on u.id = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $12::date) and (p.valid_to is null or p.valid_to > $13::date)), '') ilike $14)) and "person"."id" = any($15::text[]) and not "person"."id" = any($16::text[]))) as every limit $17) as counted;

-- listPosts
select "post"."id", "post"."person_id" as "personId", "person"."name" as "person", "post"."title", "post"."unit_id" as "unitId", "unit"."name" as "unit", "unit"."region_id" as "region", (select t.name from region_term t where t.code = "unit"."region_id" order by t.valid_from desc nulls last limit 1) as "regionName", "post"."main", "post"."valid_from" as "validFrom", "post"."valid_to" as "validTo", case when "post"."valid_to" <= $1::date then 'ended' when "post"."valid_from" > $2::date then 'coming' else 'current' end as "state", "post_grant"."role_id" as "roleId", "access_role"."name" as "role", coalesce(post_grant.state, 'none') as "grant", "post_grant"."region_id" as "grantRegion", (select t.name from region_term t where t.code = "post_grant"."region_id" order by t.valid_from desc nulls last limit 1) as "grantRegionName", coalesce(post_grant.chains, '{}') as "chains", array(select c.name from chain c where c.id = any(post_grant.chains) order by c.name) as "chainNames" from "post" inner join "person" on "person"."id" = "post"."person_id" inner join "unit" on "unit"."id" = "post"."unit_id" left join "post_grant" on "post_grant"."post_id" = "post"."id" left join "access_role" on "access_role"."id" = "post_grant"."role_id" where case when "post"."valid_to" <= $3::date then 'ended' when "post"."valid_from" > $4::date then 'coming' else 'current' end = any($5) and "unit"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($6::text[]) and $7::date >= c.valid_from and $8::date < c.valid_to) and coalesce(post_grant.state, 'none') = any($9) and (("person"."name" ilike $10 or "post"."title" ilike $11 or "unit"."name" ilike $12 or "access_role"."name" ilike $13)) and "post"."person_id" = $14 and "post"."unit_id" = $15 and "post"."id" = any($16::text[]) and not "post"."id" = any($17::text[]) order by "unit"."name" desc, "post"."id" limit $18 offset $19;
select count(*) as total from ( select from ((select 1 as "one" from "post" inner join "person" on "person"."id" = "post"."person_id" inner join "unit" on "unit"."id" = "post"."unit_id" left join "post_grant" on "post_grant"."post_id" = "post"."id" left join "access_role" on "access_role"."id" = "post_grant"."role_id" where case when "post"."valid_to" <= $1::date then 'ended' when "post"."valid_from" > $2::date then 'coming' else 'current' end = any($3) and "unit"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($4::text[]) and $5::date >= c.valid_from and $6::date < c.valid_to) and coalesce(post_grant.state, 'none') = any($7) and (("person"."name" ilike $8 or "post"."title" ilike $9 or "unit"."name" ilike $10 or "access_role"."name" ilike $11)) and "post"."person_id" = $12 and "post"."unit_id" = $13 and "post"."id" = any($14::text[]) and not "post"."id" = any($15::text[]))) as every limit $16) as counted;

-- listRegions
select "t"."code", "t"."name", "r"."level", "r"."local", "t"."parent", "t"."aliases", (select count(*) from region_term b where b.parent = t.code and (b.valid_from is null or b.valid_from <= $1::date) and (b.valid_to is null or b.valid_to > $2::date)) as "children" from "region_term" as "t" inner join "region" as "r" on "r"."code" = "t"."code" where (t.valid_from is null or t.valid_from <= $3::date) and (t.valid_to is null or t.valid_to > $4::date) and "t"."parent" = $5 and t.code = any($6::text[]) and (t.name ilike $7 or array_to_string(t.aliases, '、') ilike $8 or t.code like $9) order by length(t.code) > 6, t.code limit $10;

-- listUnits
select "unit"."id", "unit"."name", "unit"."kind", "unit"."region_id" as "region", (select t.name from region_term t where t.code = "unit"."region_id" order by t.valid_from desc nulls last limit 1) as "regionName", "unit"."parent", "above"."name" as "parentName", "unit"."aliases", "unit"."credit_code" as "creditCode", "unit"."bank_account_masked" as "bankAccount", "unit"."successor", "unit"."note", "unit"."valid_from" as "validFrom", "unit"."valid_to" as "validTo", case when "unit"."valid_to" <= $1::date then 'ended' when "unit"."valid_from" > $2::date then 'coming' else 'current' end as "state" from "unit" left join "unit" as "above" on "above"."id" = "unit"."parent" where case when "unit"."valid_to" <= $3::date then 'ended' when "unit"."valid_from" > $4::date then 'coming' else 'current' end = any($5) and "unit"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($6::text[]) and $7::date >= c.valid_from and $8::date < c.valid_to) and "unit"."kind" = any($9) and "unit"."name" ilike $10 and (("unit"."name" ilike $11 or array_to_string("unit"."aliases", '、') ilike $12 or "unit"."credit_code" ilike $13) or ("unit"."name" ilike $14 or array_to_string("unit"."aliases", '、') ilike $15 or "unit"."credit_code" ilike $16)) and "unit"."id" = any($17::text[]) and not "unit"."id" = any($18::text[]) order by "unit"."name" desc, "unit"."id" limit $19 offset $20;
select count(*) as total from ( select from ((select 1 as "one" from "unit" left join "unit" as "above" on "above"."id" = "unit"."parent" where case when "unit"."valid_to" <= $1::date then 'ended' when "unit"."valid_from" > $2::date then 'coming' else 'current' end = any($3) and "unit"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($4::text[]) and $5::date >= c.valid_from and $6::date < c.valid_to) and "unit"."kind" = any($7) and "unit"."name" ilike $8 and (("unit"."name" ilike $9 or array_to_string("unit"."aliases", '、') ilike $10 or "unit"."credit_code" ilike $11) or ("unit"."name" ilike $12 or array_to_string("unit"."aliases", '、') ilike $13 or "unit"."credit_code" ilike $14)) and "unit"."id" = any($15::text[]) and not "unit"."id" = any($16::text[]))) as every limit $17) as counted;

-- loadAround
select * from "region_term" order by "code", valid_from nulls first;
select * from "region" order by "code";
select * from "access_role" order by "built_in" desc, "name";
select "person_id" from "post" where "id" = any($1::text[]);
select "to_person" from "delegation" where ("post_id" = any($1::text[]) or "id" = any($2::text[]));
select * from "post" where ("id" = any($1::text[]) or "unit_id" = any($2::text[]) or "person_id" = any($3::text[]) or "id" in (select "post_id" from "delegation" where ("to_person" = any($4::text[]) or "id" = any($5::text[]))) or "id" in (select "post_grant"."post_id" from "post_grant" inner join "access_role" on "access_role"."id" = "post_grant"."role_id" where "access_role"."scope_kind" = $6 and "post_grant"."state" = $7));
select * from "delegation" where ("post_id" = any($1::text[]) or "to_person" = any($2::text[]) or "id" = any($3::text[]));
select "unit".*, "unit_private"."bank_account" from "unit" left join "unit_private" on "unit_private"."unit_id" = "unit"."id" where ("unit"."id" = any($1::text[]) or "unit"."parent" = any($2::text[]) or "unit"."successor" = any($3::text[]) or "unit"."id" in (select ancestor from "unit_closure" where descendant = any($4::text[])) or "unit"."name" = any($5::text[]) or "unit"."region_id" = any($6::text[])) union select "unit".*, "unit_private"."bank_account" from "unit" left join "unit_private" on "unit_private"."unit_id" = "unit"."id" where "unit"."credit_code" = any($7::text[]);
select * from "chain" where ("chain"."id" = any($1::text[]) or "chain"."parent" = any($2::text[]) or "chain"."id" in (select ancestor from "chain_closure" where descendant = any($3::text[])) or "chain"."name" = any($4::text[]) or "chain"."region_id" = any($5::text[]));
select "person".*, "person_private"."phone", "person_private"."id_number" from "person" left join "person_private" on "person_private"."person_id" = "person"."id" where "person"."id" = any($1::text[]);
select * from "post_grant" where "post_id" = any($1::text[]);

-- loadOrganisation
select * from "region_term" order by "code", valid_from nulls first;
select * from "region" order by "code";
select * from "access_role" order by "built_in" desc, "name";
select "unit".*, "unit_private"."bank_account" from "unit" left join "unit_private" on "unit_private"."unit_id" = "unit"."id";
select * from "chain" order by "id";
select "person".*, "person_private"."phone", "person_private"."id_number" from "person" left join "person_private" on "person_private"."person_id" = "person"."id";
select * from "post" order by "id";
select * from "delegation" order by "id";
select * from "post_grant" order by "post_id";

-- loadRegions
select * from "region_term" order by "code", valid_from nulls first;
select * from "region" order by "code";

-- loadRoles
select * from "access_role" order by "built_in" desc, "name";

-- lockOrganisation
select "revision" from "organisation_revision" for update;

-- markUndone
update "organisation_import" set "undone_at" = $1, "undone_by_id" = $2, "undone_by_name" = $3 where "id" = $4;

-- personIds
select "person"."id" from "person" where case when person.valid_to <= $1::date then 'ended' else 'current' end = any($2) and exists (select from post p join unit u on u.id = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $3::date) and (p.valid_to is null or p.valid_to > $4::date) and u.region_id in (select c.descendant from region_closure c where c.ancestor = any($5::text[]) and $6::date >= c.valid_from and $7::date < c.valid_to)) and exists (select from post p join unit_closure c on c.descendant = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $8::date) and (p.valid_to is null or p.valid_to > $9::date) and c.ancestor = any($10::text[])) and (("person"."name" ilike $11 or coalesce((select string_agg(u.name || ' ' || p.title, '；' order by p.main desc, u.name, p.title) from post p join unit u on u.id = p.unit_id where p.person_id = person.id and (p.valid_from is null or p.valid_from <= $12::date) and (p.valid_to is null or p.valid_to > $13::date)), '') ilike $14)) and "person"."id" = any($15::text[]) and not "person"."id" = any($16::text[]) order by "person"."name" desc, "person"."id" limit $17;

-- postIds
select "post"."id" from "post" inner join "person" on "person"."id" = "post"."person_id" inner join "unit" on "unit"."id" = "post"."unit_id" left join "post_grant" on "post_grant"."post_id" = "post"."id" left join "access_role" on "access_role"."id" = "post_grant"."role_id" where case when "post"."valid_to" <= $1::date then 'ended' when "post"."valid_from" > $2::date then 'coming' else 'current' end = any($3) and "unit"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($4::text[]) and $5::date >= c.valid_from and $6::date < c.valid_to) and coalesce(post_grant.state, 'none') = any($7) and (("person"."name" ilike $8 or "post"."title" ilike $9 or "unit"."name" ilike $10 or "access_role"."name" ilike $11)) and "post"."person_id" = $12 and "post"."unit_id" = $13 and "post"."id" = any($14::text[]) and not "post"."id" = any($15::text[]) order by "unit"."name" desc, "post"."id" limit $16;

-- readImport
select * from "organisation_import" where "id" = $1 for update;

-- readImportChanges
select * from "organisation_import_change" where "import_id" = $1 order by "position";

-- readPersonSecret
select "person"."name", "person_private"."phone", "person_private"."id_number" from "person" left join "person_private" on "person_private"."person_id" = "person"."id" where "person"."id" = $1;

-- readUnitSecret
select "unit"."name", "unit_private"."bank_account" from "unit" left join "unit_private" on "unit_private"."unit_id" = "unit"."id" where "unit"."id" = $1;

-- refreshClosure
with recursive up as ( select id as ancestor, id as descendant from "unit" union select n.parent, up.descendant from up join "unit" n on n.id = up.ancestor where n.parent is not null ), gone as ( delete from "unit_closure" c where not exists ( select from up where up.ancestor = c.ancestor and up.descendant = c.descendant) ) insert into "unit_closure" (ancestor, descendant) select ancestor, descendant from up where not exists (select from "unit_closure" c where c.ancestor = up.ancestor and c.descendant = up.descendant);

-- refreshRegionClosure
select * from "region_term" order by "code", valid_from nulls first;
select * from "region" order by "code";
select * from "region_closure";
delete from "region_closure" where "ancestor" = $1 and "descendant" = $2 and "valid_from" = $3;
insert into "region_closure" ("ancestor", "descendant", "valid_from", "valid_to") values ($1, $2, $3, $4);

-- removeRole
delete from "access_role" where "id" = $1;

-- roleUse
select "role_id", count(*) as "posts" from "post_grant" where "state" != $1 group by "role_id";

-- saveChanges
insert into "region" ("code", "level", "local") values ($1, $2, $3) on conflict ("code") do update set "level" = "excluded"."level", "local" = "excluded"."local";
delete from region_term where code = any($1);
insert into "region_term" ("code", "name", "parent", "aliases", "successor", "valid_from", "valid_to") values ($1, $2, $3, $4, $5, $6, $7);
insert into "unit" ("id", "name", "kind", "region_id", "parent", "aliases", "credit_code", "bank_account_masked", "valid_from", "valid_to", "successor", "note") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing;
insert into "unit" ("id", "name", "kind", "region_id", "parent", "aliases", "credit_code", "bank_account_masked", "valid_from", "valid_to", "successor", "note") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict ("id") do update set "name" = "excluded"."name", "kind" = "excluded"."kind", "region_id" = "excluded"."region_id", "parent" = "excluded"."parent", "aliases" = "excluded"."aliases", "credit_code" = "excluded"."credit_code", "bank_account_masked" = "excluded"."bank_account_masked", "valid_from" = "excluded"."valid_from", "valid_to" = "excluded"."valid_to", "successor" = "excluded"."successor", "note" = "excluded"."note";
insert into "unit_private" ("unit_id", "bank_account") values ($1, $2) on conflict ("unit_id") do update set "bank_account" = "excluded"."bank_account";
insert into "chain" ("id", "name", "region_id", "parent", "aliases", "valid_from", "valid_to") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("id") do update set "name" = "excluded"."name", "region_id" = "excluded"."region_id", "parent" = "excluded"."parent", "aliases" = "excluded"."aliases", "valid_from" = "excluded"."valid_from", "valid_to" = "excluded"."valid_to";
insert into "person" ("id", "name", "phone_masked", "id_number_masked", "email", "valid_to", "note", "created_at") values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict ("id") do update set "name" = "excluded"."name", "phone_masked" = "excluded"."phone_masked", "id_number_masked" = "excluded"."id_number_masked", "email" = "excluded"."email", "valid_to" = "excluded"."valid_to", "note" = "excluded"."note";
insert into "person_private" ("person_id", "phone", "id_number") values ($1, $2, $3) on conflict ("person_id") do update set "phone" = "excluded"."phone", "id_number" = "excluded"."id_number";
insert into "post" ("id", "person_id", "unit_id", "title", "main", "valid_from", "valid_to") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("id") do update set "person_id" = "excluded"."person_id", "unit_id" = "excluded"."unit_id", "title" = "excluded"."title", "main" = "excluded"."main", "valid_from" = "excluded"."valid_from", "valid_to" = "excluded"."valid_to";
insert into "delegation" ("id", "post_id", "to_person", "valid_from", "valid_to", "reason", "revoked_at", "created_at", "created_by") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict ("id") do update set "post_id" = "excluded"."post_id", "to_person" = "excluded"."to_person", "valid_from" = "excluded"."valid_from", "valid_to" = "excluded"."valid_to", "reason" = "excluded"."reason", "revoked_at" = "excluded"."revoked_at";
insert into "post_grant" ("post_id", "role_id", "region_id", "chains", "state", "changed_at", "changed_by") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("post_id") do update set "role_id" = "excluded"."role_id", "region_id" = "excluded"."region_id", "chains" = "excluded"."chains", "state" = "excluded"."state", "changed_at" = "excluded"."changed_at", "changed_by" = "excluded"."changed_by";
delete from "unit" where "id" = any($1);
select * from "region_term" order by "code", valid_from nulls first;
select * from "region" order by "code";
select * from "region_closure";
delete from "region_closure" where "ancestor" = $1 and "descendant" = $2 and "valid_from" = $3;
insert into "region_closure" ("ancestor", "descendant", "valid_from", "valid_to") values ($1, $2, $3, $4);
with recursive up as ( select id as ancestor, id as descendant from "unit" union select n.parent, up.descendant from up join "unit" n on n.id = up.ancestor where n.parent is not null ), gone as ( delete from "unit_closure" c where not exists ( select from up where up.ancestor = c.ancestor and up.descendant = c.descendant) ) insert into "unit_closure" (ancestor, descendant) select ancestor, descendant from up where not exists (select from "unit_closure" c where c.ancestor = up.ancestor and c.descendant = up.descendant);
with recursive up as ( select id as ancestor, id as descendant from "chain" union select n.parent, up.descendant from up join "chain" n on n.id = up.ancestor where n.parent is not null ), gone as ( delete from "chain_closure" c where not exists ( select from up where up.ancestor = c.ancestor and up.descendant = c.descendant) ) insert into "chain_closure" (ancestor, descendant) select ancestor, descendant from up where not exists (select from "chain_closure" c where c.ancestor = up.ancestor and c.descendant = up.descendant);

-- saveRole
insert into "access_role" ("id", "name", "scope_kind", "permissions", "built_in", "note") values ($1, $2, $3, $4, $5, $6) on conflict ("id") do update set "name" = $7, "scope_kind" = $8, "permissions" = $9, "built_in" = $10, "note" = $11;

-- unitIds
select "unit"."id" from "unit" left join "unit" as "above" on "above"."id" = "unit"."parent" where case when "unit"."valid_to" <= $1::date then 'ended' when "unit"."valid_from" > $2::date then 'coming' else 'current' end = any($3) and "unit"."region_id" in (select c.descendant from region_closure c where c.ancestor = any($4::text[]) and $5::date >= c.valid_from and $6::date < c.valid_to) and "unit"."kind" = any($7) and "unit"."name" ilike $8 and (("unit"."name" ilike $9 or array_to_string("unit"."aliases", '、') ilike $10 or "unit"."credit_code" ilike $11) or ("unit"."name" ilike $12 or array_to_string("unit"."aliases", '、') ilike $13 or "unit"."credit_code" ilike $14)) and "unit"."id" = any($15::text[]) and not "unit"."id" = any($16::text[]) order by "unit"."name" desc, "unit"."id" limit $17;
