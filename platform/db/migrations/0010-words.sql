-- Looking for words among 100,000 plans and their items. Row-level security lets no index look for parts of words before
-- it has judged every row, so two functions look past it and give nothing but ids, and only few: whoever asks reads the
-- rows themselves under row-level security, as ever.

-- Every sign of a text and every two that follow each other, in small letters: what an index can find.
create function word_grams(words text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct gram), '{}')
  from (select lower(words) as small) s, generate_series(1, length(small)) at,
    lateral (values (substr(small, at, 1)), (substr(small, at, 2))) g (gram)
$$;

-- Words that plan_item is found by; the same as its title in a list.
create function item_words(content jsonb) returns text language sql immutable parallel safe as $$
  select lower(coalesce(content ->> 'name', content ->> 'title', content ->> 'text', ''))
$$;

-- Where a plan belongs, to be found like its words: most people look in one county or unit. Longer than any gram.
create function place_grams(region_id text, unit_id text, chain_id text) returns text[]
language sql immutable parallel safe as $$
  select array_remove(array['region ' || region_id, 'unit ' || unit_id, 'chain ' || chain_id], null)
$$;

create index plan_listing_grams on plan_listing
  using gin ((word_grams(words) || place_grams(region_id, unit_id, chain_id)));
create index plan_item_grams on plan_item using gin (word_grams(item_words(content)))
  where kind in ('indicator', 'task');

-- The grams that a text must have to hold each of some words.
create function grams_of(words text[]) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct gram), '{}')
  from unnest(words) word, unnest(word_grams(word)) gram where length(gram) = 2 or length(word) = 1
$$;

create function like_all(words text[]) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg('%' || regexp_replace(lower(word), '([\\%_])', '\\\1', 'g') || '%'), '{}') from unnest(words) word
$$;

-- Ids of the plans of some places (null: of all) in whose line of the list all of some words are; null when that are more
-- than `most`.
create function plans_with_words(wanted text[], places text[], most integer) returns text[]
language plpgsql stable security definer set search_path = public as $$
declare found text[];
begin
  if places is null then
    select array_agg(plan_id) into found from (
      select plan_id from plan_listing
      where word_grams(words) || place_grams(region_id, unit_id, chain_id) @> grams_of(wanted)
        and words like all (like_all(wanted)) limit most + 1) hits;
  else
    select array_agg(plan_id) into found from (
      select plan_id from plan_listing
      where word_grams(words) || place_grams(region_id, unit_id, chain_id) @> grams_of(wanted)
        and word_grams(words) || place_grams(region_id, unit_id, chain_id) && places
        and words like all (like_all(wanted)) limit most + 1) hits;
  end if;
  return case when cardinality(found) > most then null else coalesce(found, '{}') end;
end $$;

-- The same of indicators or tasks: `version/item`.
create function items_with_words(wanted_kind text, wanted text[], most integer) returns text[]
language plpgsql stable security definer set search_path = public as $$
declare found text[];
begin
  select array_agg(version_id || '/' || id) into found from (
    select version_id, id from plan_item
    where kind in ('indicator', 'task') and kind = wanted_kind and review <> 'rejected'
      and word_grams(item_words(content)) @> grams_of(wanted) and item_words(content) like all (like_all(wanted))
    limit most + 1) hits;
  return case when cardinality(found) > most then null else coalesce(found, '{}') end;
end $$;
