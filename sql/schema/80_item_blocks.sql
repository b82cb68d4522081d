-- Where in the order of titles a filter has to look. The items of all meetings are cut into blocks of some hundred titles that
-- follow each other; of each block is known which runs of three letters occur in it. A window of filtered items is read block by
-- block, and only those blocks are read in which all letters of the filter occur (sql/functions/51_item_windows.sql).

create table council.item_block (
  place numeric primary key,
  title council.line collate council.german not null,
  id uuid not null
);
comment on table council.item_block is 'Blocks of the order of agenda items by title: each begins here and ends where the next one begins.';
comment on column council.item_block.place is 'Order of the blocks; what is cut in two gets a number between.';
create unique index item_block_title on council.item_block (title, id);
insert into council.item_block (place, title, id) values (0, '', '00000000-0000-0000-0000-000000000000');

create table council.item_block_gram (
  gram text collate "C" not null,
  place numeric not null
);
comment on table council.item_block_gram is
  'Runs of letters that occur in a block, or did once; twice where two came at the same time. Never too few.';
create index item_block_gram_gram on council.item_block_gram (gram, place);
create index item_block_gram_place on council.item_block_gram (place);

-- Titles with the text that is searched, so that a block is read from the index alone; what is too long for an index has one of its own.
create index agenda_item_line on council.agenda_item (title, id) include (search) where octet_length(title) + octet_length(search) <= 2000;
create index agenda_item_long_line on council.agenda_item (title, id) where octet_length(title) + octet_length(search) > 2000;

-- The other orders of lists that grow with the city.
create index meeting_number on council.meeting (number, id);
create index meeting_name on council.meeting (name, id);
create index meeting_by_organization on council.meeting (organization_id, id);
create index meeting_search on council.meeting using gin (search council.gin_folded_ops);
create index meeting_unsigned on council.meeting (starts_at, id) where state <> 'signed';
create index meeting_urgency on council.meeting
  ((case state when 'running' then 0 when 'invited' then 1 when 'closed' then 2 else 3 end), id) where state <> 'signed';
create index task_due_order on council.task ((coalesce(due, '9999-12-31'::date)), event_id);
create index task_office on council.task (office, event_id);
create index change_author on council.change (author, id);
create index change_search on council.change using gin (search council.gin_folded_ops);
