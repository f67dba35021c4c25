import type { Request } from 'autocannon'
import { type LargeWorld, largeId, projectsAYear } from '../db/seeds/large.ts'

const formOf = (turn: number, organisationId: string): URLSearchParams =>
  new URLSearchParams({
    step: 'send',
    organisation: organisationId,
    form_key: `bench-${process.pid}-${turn}`,
    name: 'Petra Sandiford',
    email: `sender-${turn}@large.example`,
    post: 'class_teacher',
    person_1_name: 'Petra Sandiford',
    person_1_email: `sender-${turn}@large.example`,
    person_1_post: 'class_teacher',
    person_1_held: 'now',
  })

let turn = 0

/** Makes requests that all differ: each for another offer and from another school, as they come on the day a year opens. */
export const nextInterest =
  ({ schools, hubs }: Pick<LargeWorld, 'schools' | 'hubs'>): (() => Request) =>
  () => {
    turn += 1
    return {
      method: 'POST',
      path: `/offers/${largeId('offer', turn % (projectsAYear * hubs))}/interest/new`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: formOf(turn, largeId('school', turn % schools)).toString(),
    }
  }
