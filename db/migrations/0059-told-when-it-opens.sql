-- Whoever left an address waits for the dates of an offer, or for the day on which one can ask to join it.
alter table date_alerts add waits_for text not null default 'dates', add constraint date_alerts_waits_for check (waits_for in ('dates', 'opening'));
alter table date_alerts drop constraint date_alerts_once, add constraint date_alerts_once unique (offer_id, address, waits_for);
