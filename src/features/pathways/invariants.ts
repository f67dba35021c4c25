import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A pathway shows what was published of it last',
    query: `select format('the pathway %s shows something else than its version %s', v.pathway_id, v.number) as fault
      from (select distinct on (pathway_id) pathway_id, number, content from pathway_versions where act in ('published', 'corrected')
        order by pathway_id, number desc) v
      where v.content is distinct from pathway_as_public(v.pathway_id)`,
  },
  {
    rule: 'A stage is taken beside one of its own pathway that has its own turn',
    query: `select format('the stage %s is beside %s', s.key, h.key) as fault from stages s join stages h on h.id = s.beside_stage_id
      where h.pathway_id <> s.pathway_id or h.beside_stage_id is not null`,
  },
]
