-- Letters that are written as papers and letters that are sent with a task take their numbers from one series of each sign.
insert into dispatch_letter_count as c (sign, year, last) select sign, year, last from bulletin_series
  on conflict (sign, year) do update set last = greatest(c.last, excluded.last);
