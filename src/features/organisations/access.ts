import { holders } from '../../platform/http/access.ts'

export const nationalTeam = holders(['national_team'], 'the national team')
export const nationalReaders = holders(['national_team', 'analyst'], 'the national team and analysts')
