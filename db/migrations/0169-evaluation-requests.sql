-- Who has been asked to answer an evaluation: each participant once, when mail goes that can wait.
create table evaluation_requests (
  evaluation_id uuid not null references evaluations,
  participant_id uuid not null references participants,
  asked_at timestamptz not null,
  primary key (evaluation_id, participant_id)
);
create index evaluation_requests_participant on evaluation_requests (participant_id);

-- Everybody who took part when an evaluation was opened has been asked by now.
insert into evaluation_requests (evaluation_id, participant_id, asked_at)
select e.id, a.id, e.opened_at
from evaluations e join places p on p.group_id = e.group_id join participants a on a.place_id = p.id
where a.part <> 'substitute';
