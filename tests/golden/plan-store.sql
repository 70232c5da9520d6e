-- firstPlans
 select plans_with_words($1::text[], $2::text[], $3::integer) as ids;
 select *, (select plan_listing_state()) as state from (((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'whole' and "plan_listing"."region_id" = $1) and strpos("plan_listing"."words", $2) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."updated_at" desc, "plan_listing"."plan_id" limit 6)) union all ((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $3 and (("plan_listing"."region_id" = any ($4::text[]))) is not true) and strpos("plan_listing"."words", $5) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."updated_at" desc, "plan_listing"."plan_id" limit 6)) union all ((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $6 and (("plan_listing"."region_id" = any ($7::text[]))) is not true) and strpos("plan_listing"."words", $8) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."updated_at" desc, "plan_listing"."plan_id" limit 6))) as plan_listing order by "plan_listing"."updated_at" desc, "plan_listing"."plan_id" limit 6 offset 0;

-- insertDraft
insert into "plan_version" ("id", "plan_id", "number", "based_on", "discarded_at", "source_id", "source_start", "source_end", "title", "doc_number", "issuer", "issued_on", "valid_from", "valid_to", "validity_text", "addressees", "annexes", "outline", "indicators", "tasks", "clauses", "tables", "unreviewed", "rejected", "errors", "warnings", "notices", "dismissed") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28);
insert into "plan_item" ("version_id", "id", "kind", "start_at", "end_at", "review", "origin", "touched_at", "touched_by_id", "touched_by_name", "content") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
delete from "plan_finding" where "version_id" = $1;
insert into "plan_finding" ("version_id", "id", "position", "rule", "severity", "content") values ($1, $2, $3, $4, $5, $6);
update "plan_version" set "indicators" = $1, "tasks" = $2, "clauses" = $3, "tables" = $4, "unreviewed" = $5, "rejected" = $6, "errors" = $7, "warnings" = $8, "notices" = $9, "dismissed" = $10 where "id" = $11;

-- insertImport
insert into "plan_import" ("id", "file_name", "size", "state", "plans", "refusals", "by_id", "by_name", "started_at", "finished_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- insertPlan
insert into "plan" ("id", "revision", "next_item", "status", "latest_edition", "region_id", "unit_id", "chain_id", "created_at", "created_by_id", "created_by_name", "updated_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- insertSource
insert into "source_file" ("id", "file_name", "format", "sha256", "size", "bytes", "body", "page_starts", "furniture", "tables", "created_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- insertStep
insert into "plan_history" ("plan_id", "revision", "action", "at", "by_id", "by_name", "target", "edition", "change") values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- listEditions
select "plan_version".*, "source_file"."file_name" from "plan_version" inner join "source_file" on "source_file"."id" = "plan_version"."source_id" where "plan_id" = $1 and "number" is not null order by "number" desc;

-- listPlanIds
 select plans_with_words($1::text[], $2::text[], $3::integer) as ids;
 select *, (select plan_listing_state()) as state from (((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'whole' and ("plan_listing"."region_id" = any ($1::text[]) or "plan_listing"."unit_id" = any ($2::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($3::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($4::text[]))) and "plan_listing"."status" = any($5) and "plan_listing"."region_id" in (select descendant from "region_closure" where ancestor = any ($6) and current_date >= valid_from and current_date < valid_to) and "plan_listing"."issued_on" >= $7 and strpos("plan_listing"."words", $8) > 0 and strpos("plan_listing"."words", $9) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $10)) union all ((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $11 and (("plan_listing"."region_id" = any ($12::text[]) or "plan_listing"."unit_id" = any ($13::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($14::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($15::text[]))) is not true) and "plan_listing"."status" = any($16) and "plan_listing"."region_id" in (select descendant from "region_closure" where ancestor = any ($17) and current_date >= valid_from and current_date < valid_to) and "plan_listing"."issued_on" >= $18 and strpos("plan_listing"."words", $19) > 0 and strpos("plan_listing"."words", $20) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $21)) union all ((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $22 and (("plan_listing"."region_id" = any ($23::text[]) or "plan_listing"."unit_id" = any ($24::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($25::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($26::text[]))) is not true) and "plan_listing"."status" = any($27) and "plan_listing"."region_id" in (select descendant from "region_closure" where ancestor = any ($28) and current_date >= valid_from and current_date < valid_to) and "plan_listing"."issued_on" >= $29 and strpos("plan_listing"."words", $30) > 0 and strpos("plan_listing"."words", $31) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $32))) as plan_listing order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $33 offset $34;

-- listPlans
 select *, (select plan_listing_state()) as state from (((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'whole' and ("plan_listing"."region_id" = any ($1::text[]) or "plan_listing"."unit_id" = any ($2::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($3::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($4::text[]))) and "plan_listing"."status" = any($5) and "plan_listing"."region_id" in (select descendant from "region_closure" where ancestor = any ($6) and current_date >= valid_from and current_date < valid_to) and "plan_listing"."issued_on" >= $7 and strpos("plan_listing"."words", $8) > 0 and strpos("plan_listing"."words", $9) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $10)) union all ((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $11 and (("plan_listing"."region_id" = any ($12::text[]) or "plan_listing"."unit_id" = any ($13::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($14::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($15::text[]))) is not true) and "plan_listing"."status" = any($16) and "plan_listing"."region_id" in (select descendant from "region_closure" where ancestor = any ($17) and current_date >= valid_from and current_date < valid_to) and "plan_listing"."issued_on" >= $18 and strpos("plan_listing"."words", $19) > 0 and strpos("plan_listing"."words", $20) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $21)) union all ((select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $22 and (("plan_listing"."region_id" = any ($23::text[]) or "plan_listing"."unit_id" = any ($24::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($25::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($26::text[]))) is not true) and "plan_listing"."status" = any($27) and "plan_listing"."region_id" in (select descendant from "region_closure" where ancestor = any ($28) and current_date >= valid_from and current_date < valid_to) and "plan_listing"."issued_on" >= $29 and strpos("plan_listing"."words", $30) > 0 and strpos("plan_listing"."words", $31) > 0 and "plan_listing"."status" <> 'discarded' order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $32))) as plan_listing order by "plan_listing"."issued_on" desc nulls last, "plan_listing"."plan_id" limit $33 offset $34;

-- lockParents
lock table plan_parent in share row exclusive mode;

-- plansOfSameFile
select "plan"."id" as "planId", "source_start" as "start", "source_end" as "end" from "plan_version" inner join "source_file" on "source_file"."id" = "plan_version"."source_id" inner join "plan" on "plan"."id" = "plan_version"."plan_id" where "source_file"."sha256" = $1 and "plan"."status" != $2 order by "plan"."created_at";

-- publishVersion
update "plan_version" set "number" = $1, "published_at" = $2, "published_by_id" = $3, "published_by_name" = $4, "hash" = $5, "note" = $6, "acknowledged" = $7 where "id" = $8;

-- readChildren
select "plan_id" from "plan_parent" where "parent_id" = $1;

-- readDiscarded
select * from "plan_version" where "plan_id" = $1 and "discarded_at" is not null order by "discarded_at" desc;
select * from "plan_item" where "version_id" = $1;
select "id", "content" from "plan_finding" where "version_id" = $1 order by "position";
select * from "plan_dismissal" where "version_id" = $1;
select "file_name", "format", "sha256" from "source_file" where "id" = $1;

-- readHistory
select count(*) as "total" from "plan_history" where "plan_id" = $1 and "revision" > $2;
select * from "plan_history" where "plan_id" = $1 and "revision" > $2 order by "revision" desc limit $3;

-- readImport
select * from "plan_import" where "id" = $1;

-- readLinks
select child, parent from plan_links();

-- readParents
select * from "plan_parent" where "plan_id" = $1 order by "position";

-- readPlan
select *, (select v.title from plan_version v where v.plan_id = plan.id order by v.number desc nulls first limit 1) as "title" from "plan" where "id" = $1 for update;

-- readPlanRow
select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where (("plan_listing"."face" = 'whole' and ("plan_listing"."region_id" = any ($1::text[]) or "plan_listing"."unit_id" = any ($2::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($3::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($4::text[]))) or ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $5 and (("plan_listing"."region_id" = any ($6::text[]) or "plan_listing"."unit_id" = any ($7::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($8::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($9::text[]))) is not true) or ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $10 and (("plan_listing"."region_id" = any ($11::text[]) or "plan_listing"."unit_id" = any ($12::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($13::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($14::text[]))) is not true)) and "plan_listing"."plan_id" = $15;

-- readPlanRows
select "plan_listing"."plan_id", "plan_listing"."status", "plan_listing"."revision", "plan_listing"."latest_edition", "plan_listing"."region_id", "plan_listing"."unit_id", "plan_listing"."chain_id", "plan_listing"."created_at", "plan_listing"."updated_at", "plan_listing"."title", "plan_listing"."doc_number", "plan_listing"."issuer", "plan_listing"."issued_on", "plan_listing"."valid_from", "plan_listing"."valid_to", "plan_listing"."indicators", "plan_listing"."tasks", "plan_listing"."clauses", "plan_listing"."tables", "plan_listing"."unreviewed", "plan_listing"."rejected", "plan_listing"."errors", "plan_listing"."warnings", "plan_listing"."notices", "plan_listing"."dismissed", "plan_listing"."file_name", "plan_listing"."name", "plan_listing"."weight" from "plan_listing" where (("plan_listing"."face" = 'whole' and ("plan_listing"."region_id" = any ($1::text[]) or "plan_listing"."unit_id" = any ($2::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($3::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($4::text[]))) or ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $5 and (("plan_listing"."region_id" = any ($6::text[]) or "plan_listing"."unit_id" = any ($7::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($8::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($9::text[]))) is not true) or ("plan_listing"."face" = 'published' and "plan_listing"."region_id" = $10 and (("plan_listing"."region_id" = any ($11::text[]) or "plan_listing"."unit_id" = any ($12::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($13::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($14::text[]))) is not true)) and "plan_listing"."plan_id" = any ($15::text[]);

-- readSourceBytes
select "file_name", "bytes" from "source_file" where "id" = $1;

-- readSourceText
select "body", "format", "page_starts", "furniture", "tables" from "source_file" where "id" = $1;

-- readStep
select * from "plan_history" where "plan_id" = $1 and "revision" = $2;

-- readSteps
select "revision", "action", "target", "at" from "plan_history" where "plan_id" = $1 order by "revision";

-- readVersion
select * from "plan_version" where "plan_id" = $1 and "number" is null and "discarded_at" is null;
select * from "plan_item" where "version_id" = $1;
select "id", "content" from "plan_finding" where "version_id" = $1 order by "position";
select * from "plan_dismissal" where "version_id" = $1;
select "file_name", "format", "sha256" from "source_file" where "id" = $1;
select * from "plan_version" where "plan_id" = $1 and "number" = $2;
select * from "plan_item" where "version_id" = $1;
select "id", "content" from "plan_finding" where "version_id" = $1 order by "position";
select * from "plan_dismissal" where "version_id" = $1;
select "file_name", "format", "sha256" from "source_file" where "id" = $1;

-- refuseUnfinished
update "plan_import" set "state" = $1, "refusals" = $2, "finished_at" = $3 where "state" not in ($4, $5) and "started_at" < $6;

-- replaceFindings
delete from "plan_finding" where "version_id" = $1;
insert into "plan_finding" ("version_id", "id", "position", "rule", "severity", "content") values ($1, $2, $3, $4, $5, $6);
update "plan_version" set "indicators" = $1, "tasks" = $2, "clauses" = $3, "tables" = $4, "unreviewed" = $5, "rejected" = $6, "errors" = $7, "warnings" = $8, "notices" = $9, "dismissed" = $10 where "id" = $11;

-- replaceParents
delete from "plan_parent" where "plan_id" = $1;
insert into "plan_parent" ("plan_id", "position", "parent_id", "title", "doc_number") values ($1, $2, $3, $4, $5);

-- saveChange
delete from "plan_item" where "version_id" = $1 and "id" in ($2);
insert into "plan_item" ("version_id", "id", "kind", "start_at", "end_at", "review", "origin", "touched_at", "touched_by_id", "touched_by_name", "content") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
delete from "plan_dismissal" where "version_id" = $1 and "finding_id" = $2;
insert into "plan_dismissal" ("version_id", "finding_id", "reason", "at", "by_id", "by_name") values ($1, $2, $3, $4, $5, $6);
update "plan_version" set "title" = $1, "doc_number" = $2, "issuer" = $3, "issued_on" = $4, "valid_from" = $5, "valid_to" = $6, "validity_text" = $7, "addressees" = $8 where "id" = $9;

-- searchItems
 select items_with_words($1, $2::text[], $3::integer) as ids;
 select plan_listing.plan_id as "planId", i.id as "itemId", coalesce(i.content ->> 'title', i.content ->> 'text') as title, plan_listing.name as "planName" from plan_listing join lateral ( select v.id from plan_version v where v.plan_id = plan_listing.plan_id and (plan_listing.face = 'whole' or v.number is not null) order by (v.number is null and v.discarded_at is null) desc, v.number desc nulls last limit 1) v on true join plan_item i on i.version_id = v.id and i.kind = $1 and i.review <> 'rejected' where plan_listing.status <> 'discarded' and (plan_listing.face = 'whole' and ("plan_listing"."region_id" = any ($2::text[]) or "plan_listing"."unit_id" = any ($3::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($4::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($5::text[])) or (plan_listing.face = 'published' and plan_listing.region_id = any ($6::text[]) and (("plan_listing"."region_id" = any ($7::text[]) or "plan_listing"."unit_id" = any ($8::text[]) or "plan_listing"."chain_id" || '@' || "plan_listing"."region_id" = any ($9::text[]) or "plan_listing"."unit_id" || '@' || "plan_listing"."chain_id" = any ($10::text[]))) is not true)) and item_words(i.content) like all (like_all($11::text[])) order by plan_listing.updated_at desc, plan_listing.plan_id, i.start_at limit $12;

-- setDiscarded
update "plan_version" set "discarded_at" = $1 where "id" = $2;

-- takeRevision
update "plan" set "revision" = $1, "updated_at" = $2, "status" = $3, "latest_edition" = $4, "next_item" = $5 where "id" = $6 and "revision" = $7;

-- setPlace
update "plan" set "region_id" = $1, "unit_id" = $2, "chain_id" = $3 where "id" = $4;

-- unknownPlaces
 select $1::text is null or exists (select from region where code = $2) as "regionId", $3::text is null or exists (select from unit where id = $4) as "unitId", $5::text is null or exists (select from chain where id = $6) as "chainId";

-- updateImport
update "plan_import" set "state" = $1, "plans" = $2, "refusals" = $3, "finished_at" = $4 where "id" = $5;
