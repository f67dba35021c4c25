import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A project and an offer are found by the words they hold today',
    query: `select format('project %s is found by other words than its own', p.id) as fault from projects p left join project_words w on w.project_id = p.id
        where w.words is distinct from words_of_project(p.id)
      union all
      select format('offer %s is found by other words than its own', o.id) from offers o left join offer_words w on w.offer_id = o.id
        where w.words is distinct from words_of_offer(o.id)`,
  },
]
