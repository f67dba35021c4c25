-- A stage can be taken beside another; a pathway is changed in a draft, and every version of it is kept.
alter table stages add beside_stage_id uuid references stages deferrable initially deferred,
  add constraint stages_beside_another check (beside_stage_id <> id);
create index stages_by_beside on stages (beside_stage_id) where beside_stage_id is not null;

-- A version is the whole pathway as it was written; who did it is told by the history. A new pathway has versions before it is public.
create table pathway_versions (
  pathway_id uuid not null,
  number integer not null,
  act text not null constraint pathway_versions_act check (act in ('drafted', 'changed', 'published', 'corrected', 'discarded')),
  content jsonb not null,
  note text,
  made_at timestamptz not null,
  constraint pathway_versions_once primary key (pathway_id, number)
);

-- A pathway as it is public, in the form in which its versions are kept; null while it is not.
create function pathway_as_public(of_pathway uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('key', w.key, 'name', w.name, 'phase', w.phase, 'stages', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key,
      'name', s.name, 'entryPoint', s.entry_point, 'repeats', s.repeats, 'beside', s.beside_stage_id) order by s.position, s.id)
    from stages s where s.pathway_id = w.id), '[]'))
  from pathways w where w.id = of_pathway
$$;

insert into pathway_versions (pathway_id, number, act, content, note, made_at)
  select w.id, 1, 'published', pathway_as_public(w.id), 'As it stood when versions began to be kept.', now() from pathways w;
