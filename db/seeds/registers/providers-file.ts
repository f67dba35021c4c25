// What the list of providers of teacher training said in the autumn of the demonstration: who is accredited, and who works with whom.
import { type ProviderFact, providers } from '../facts/providers.ts'

const kinds = { hei: 'HEI', scitt: 'SCITT', lead_school: 'Lead school' } as const
const phases = { eyts: 'EYTS', qts_primary: 'QTS primary', qts_secondary: 'QTS secondary', post_16: 'Post-16' } as const

const isAccredited = ({ ittKind }: ProviderFact): boolean => ittKind !== 'lead_school'

/** A lead school trains its teachers with an accredited provider of its authority, else with the first of all. */
const worksWith = (one: ProviderFact): string => {
  if (isAccredited(one)) return ''
  const near = providers.find((other) => isAccredited(other) && other.authorityCode === one.authorityCode)
  return (near ?? providers[0])?.ukprn ?? ''
}

const header = 'UKPRN,Name,Type,Phases,Accredited,Accredited from,Works with,Academic year'

/** The list in one of two years: a new partnership begins with the later. */
export const providerLines = (year: '2020/21' | '2021/22'): string =>
  [
    header,
    ...providers.map((one) => {
      const offered = one.ittPhases.map((phase) => phases[phase]).join('; ')
      const accredited = isAccredited(one) ? ['yes', one.ittKind === 'hei' ? '01-08-1998' : '01-09-2012'] : ['no', '']
      const partner = worksWith(one)
      return [one.ukprn, `"${one.name}"`, kinds[one.ittKind], offered, ...accredited, partner, partner && year].join(
        ',',
      )
    }),
    '',
  ].join('\r\n')
