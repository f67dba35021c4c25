-- A policy may ask for another notice where a session is online; reasons that it names exempt from a charge; a colleague may come
-- instead, or not. Versions that were written before asked for the same notice everywhere, named no reason, and let a colleague come.
alter table cancellation_policies add column online_notice_days integer
  constraint cancellation_policies_online_notice check (online_notice_days >= 0);
alter table cancellation_policies add column online_notice_kind text
  constraint cancellation_policies_online_notice_kind check (online_notice_kind in ('calendar', 'working'));
alter table cancellation_policies add constraint cancellation_policies_online_notice_is_whole
  check (num_nulls(online_notice_days, online_notice_kind) <> 1);
alter table cancellation_policies add column exempt_reasons text[] not null default '{}';
alter table cancellation_policies add column substitute_allowed boolean not null default true;

-- Which of the policy's reasons somebody gave, and whether a colleague was to come instead.
alter table cancellations add column exempt_reason text;
alter table cancellations add column substitute boolean not null default false;
