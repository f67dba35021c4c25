-- The SEQUENCE that somebody's calendar was last given for a session. It is ahead of the session's own once they alone were taken off it:
-- a cancellation is a revision of its own (RFC 5546, 3.2.5), though nothing has changed for the others.
alter table session_invitations add column sent_sequence integer;
update session_invitations set sent_sequence = sequence;
alter table session_invitations
  alter column sent_sequence set not null,
  add constraint session_invitations_sent_sequence check (sent_sequence >= sequence);
