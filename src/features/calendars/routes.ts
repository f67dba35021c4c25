import type { Access } from '../../platform/http/access.ts'
import { get, post, postFile, type Route } from '../../platform/http/routes.ts'
import { mostBytes } from '../../platform/spreadsheets/index.ts'
import { hubStaff, nationalTeam } from '../people/index.ts'
import { saveNationalDay, showDays, takeBankHolidays, takeNationalDayAway } from './pages/days.page.ts'
import { discard, showRefused, showTermList, showTermLists, state, takeTermList } from './pages/lists.page.ts'
import { saveTerms, showTerms, takeTermsAway } from './pages/terms.page.ts'

// The network and each hub keep terms in the same way.
const below = (base: string, access: Access): readonly Route[] => [
  get(base, access, showDays),
  get(`${base}/terms/:authority`, access, showTerms),
  post(`${base}/terms/:authority`, access, saveTerms),
  post(`${base}/terms/:authority/:term/remove`, access, takeTermsAway),
  get(`${base}/lists`, access, showTermLists),
  postFile(`${base}/lists`, access, takeTermList, mostBytes),
  get(`${base}/lists/:termList`, access, showTermList),
  get(`${base}/lists/:termList/refused.csv`, access, showRefused),
  post(`${base}/lists/:termList/state`, access, state),
  post(`${base}/lists/:termList/discard`, access, discard),
]

export const routes: readonly Route[] = [
  ...below('/network/days', nationalTeam),
  postFile('/network/days/bank-holidays', nationalTeam, takeBankHolidays, 1_000_000),
  post('/network/days/national', nationalTeam, saveNationalDay),
  post('/network/days/national/:day/remove', nationalTeam, takeNationalDayAway),
  ...below('/hub/:hub/days', hubStaff),
]
