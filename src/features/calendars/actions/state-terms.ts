import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { yearEnds, yearStarts } from '../../../vocabulary/academic-year.ts'
import { mayStateTerms } from '../policy.ts'
import { authoritiesFor, daysOfAuthorities } from '../queries.ts'
import { datesInWords, datesRefusal, overlapped, type TermDates, yearOfDates } from '../school-days.ts'
import { deleteTerm, lockAuthority, upsertTerm } from '../store.ts'

type Whose = { readonly hubId: string | null; readonly authority: string }

/** Locks the authority for somebody who may state its terms: the national team, or staff of a hub that serves it. */
export const authorityToState = async (tx: Transaction, context: Context, { hubId, authority }: Whose) => {
  if (!mayStateTerms(context.actor, hubId)) throw new Forbidden('Only the national team and hubs state terms')
  const own = await authoritiesFor(tx, { hubId, today: context.today })
  if (!own.some(({ code }) => code === authority)) throw new NotFound('An authority that the hub does not serve')
  return found(await lockAuthority(tx, authority))
}

/** Writes a term or a holiday of a locked authority, and tells it. */
export const saveTerm = async (
  tx: Transaction,
  context: Context,
  { authority, dates, hubId }: Whose & { readonly dates: TermDates },
): Promise<void> => {
  const id = await upsertTerm(tx, authority, dates, context.now)
  await record(tx, context, {
    name: 'terms.stated',
    subject: { type: 'terms', id },
    also: hubId === null ? [] : [{ type: 'hub', id: hubId }],
    particulars: { authority, kind: dates.kind, from: dates.from.toString(), to: dates.to.toString() },
  })
}

/** States a term or a holiday of the schools of an authority; one of that name in that year is changed. */
export const stateTermDates = (context: Context, input: Whose & { readonly dates: TermDates }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { name } = await authorityToState(tx, context, input)
    const { dates } = input
    const refusal = datesRefusal(dates)
    if (refusal) throw new Refused(`${refusal}.`)
    const [standing] = await daysOfAuthorities(tx, [input.authority], {
      from: yearStarts(yearOfDates(dates)),
      to:
        Temporal.PlainDate.compare(dates.to, yearEnds(yearOfDates(dates))) > 0
          ? dates.to
          : yearEnds(yearOfDates(dates)),
    })
    const isItself = (other: TermDates): boolean =>
      other.name.toLowerCase() === dates.name.toLowerCase() && yearOfDates(other) === yearOfDates(dates)
    const known = standing?.dates ?? []
    const clash = overlapped(
      dates,
      known.filter((other) => !isItself(other)),
    )
    if (clash) throw new Refused(`It overlaps ${clash.name} (${datesInWords(clash)}) of ${name}.`)
    const named = known.find(isItself)?.name ?? dates.name
    await saveTerm(tx, context, { ...input, dates: { ...dates, name: named } })
  })

/** Takes a term or a holiday away. */
export const removeTermDates = (context: Context, input: Whose & { readonly id: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await authorityToState(tx, context, input)
    const term = await deleteTerm(tx, input.id, input.authority)
    if (!term) return
    await record(tx, context, {
      name: 'terms.removed',
      subject: { type: 'terms', id: input.id },
      also: input.hubId === null ? [] : [{ type: 'hub', id: input.hubId }],
      particulars: { authority: input.authority, year: term.year },
    })
  })
