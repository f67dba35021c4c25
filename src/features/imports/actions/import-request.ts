import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { isHeldPost } from '../../../vocabulary/posts.ts'
import {
  type Asked,
  enterInterest,
  groupNamesOfOffer,
  liveInterest,
  namePeople,
  noPreferences,
} from '../../interest/index.ts'
import { type Offer, offerById } from '../../offers/index.ts'
import type { PersonRead } from '../../old-lists/index.ts'
import { preferenceMeant } from '../../old-lists/index.ts'
import { personWithAddress } from '../../people/index.ts'
import type { RowToDo } from '../doing-queries.ts'
import { lockUnit, setRows } from '../doing-store.ts'
import type { Import } from '../import.ts'

export type UnitToDo = {
  readonly spreadsheet: Import
  readonly unitKey: string
  /** Told which rows are in hand, so that they can be refused if something stands in their way. */
  readonly seen: (rows: readonly number[]) => void
}

type Named = Asked['people'][number]

const peopleOf = (rows: readonly RowToDo[]): readonly PersonRead[] => {
  const all = rows.flatMap(({ entry }) => entry.people)
  return all.filter((person, at) => all.findIndex(({ email }) => email === person.email) === at)
}

const namedOf = (people: readonly PersonRead[]): readonly Named[] =>
  people.map((person, at) => ({ ...person, held: isHeldPost(person.post), part: at === 0 ? 'lead' : 'other' }))

const wishOf = (meant: { readonly themeId: string | null; readonly groupPreferenceId: string | null } | null) => ({
  themeId: meant?.themeId ?? null,
  preferences: { ...noPreferences, groups: meant?.groupPreferenceId ? [meant.groupPreferenceId] : [] },
})

const joined = (texts: readonly (string | null)[], most: number): string | null => {
  const all = [...new Set(texts.filter((text) => text !== null && text !== ''))]
  return all.length === 0 ? null : all.join('\n').slice(0, most)
}

const first = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null

/** What the rows of a school ask for together. What is wished and not known here, and when it was asked, stands in the comments. */
const askedOf = async (
  tx: Transaction,
  { offer, rows, formKey }: { offer: Offer; rows: readonly RowToDo[]; formKey: string },
): Promise<Asked> => {
  const people = namedOf(peopleOf(rows))
  const lead = found(people[0])
  const entries = rows.map(({ entry }) => entry)
  const said = first(entries.map(({ preference }) => preference))
  const choice = { themes: offer.themeChoice, groups: await groupNamesOfOffer(tx, offer.id) }
  const meant = said === null ? null : preferenceMeant(said, choice)
  const askedOn = first(entries.map((entry) => entry.askedOn))
  const comments = [
    ...entries.map((entry) => entry.comments),
    said && !meant ? `Preference: ${said}` : null,
    askedOn && `Asked on ${formatDate(Temporal.PlainDate.from(askedOn))}.`,
  ]
  return {
    offerId: offer.id,
    organisationId: found(rows[0]).organisationId,
    sender: {
      name: lead.name,
      email: lead.email,
      telephone: first(entries.map(({ telephone }) => telephone)),
      post: lead.post,
    },
    people,
    ...wishOf(meant),
    answers: [],
    fewerIsFine: false,
    travelLimitMiles: first(entries.map(({ travel }) => travel)),
    accessNeeds: joined(
      entries.map(({ accessNeeds }) => accessNeeds),
      1000,
    ),
    comments: joined(comments, 2000),
    commitments: [],
    policyId: null,
    // Kept only where somebody asks for it; asked by mail where everybody is told.
    headteacher: offer.project.headteacherConfirms
      ? first(entries.map(({ headteacher }) => headteacher ?? null))
      : null,
    formKey,
  }
}

/** Makes one request of the rows of a school, or adds whom they name to the one that is here. Gives the rows that are done. */
export const importRequest = async (tx: Transaction, context: Context, unit: UnitToDo): Promise<readonly number[]> => {
  const { spreadsheet, unitKey } = unit
  const rows = await lockUnit(tx, spreadsheet.id, unitKey)
  const numbers = rows.map(({ number }) => number)
  unit.seen(numbers)
  if (rows.length === 0) return []
  const offer = found(await offerById(tx, spreadsheet.offerId ?? ''))
  const formKey = `import:${spreadsheet.id}:${unitKey}`
  const asked = await askedOf(tx, { offer, rows, formKey })
  if (offer.project.unit === 'person') await requestEach(tx, context, { spreadsheet, rows, asked })
  else await requestOnce(tx, context, { spreadsheet, rows, asked })
  return numbers
}

type Requested = { readonly spreadsheet: Import; readonly rows: readonly RowToDo[]; readonly asked: Asked }

const requestOnce = async (
  tx: Transaction,
  context: Context,
  { spreadsheet, rows, asked }: Requested,
): Promise<void> => {
  const { now } = context
  const { kind, id } = await enterInterest(context, asked, { tells: spreadsheet.tells })
  const numbers = rows.map(({ number }) => number)
  if (kind === 'entered') {
    await setRows(tx, spreadsheet.id, numbers, { outcome: 'made', interestId: id, now })
    return noteRows(tx, context, spreadsheet, { interestId: id, rows: numbers.length })
  }
  const added = new Set(await namePeople(context, { interestId: id, people: asked.people }))
  for (const { number, entry } of rows) {
    const outcome = entry.people.some(({ email }) => added.has(email)) ? 'added' : 'here'
    await setRows(tx, spreadsheet.id, [number], { outcome, interestId: id, now })
  }
}

// Where people join by themselves, each has a request of their own.
const requestEach = async (
  tx: Transaction,
  context: Context,
  { spreadsheet, rows, asked }: Requested,
): Promise<void> => {
  const made: { personId: string; interestId: string }[] = []
  for (const [at, person] of asked.people.entries()) {
    const { name, email, post } = person
    const known = await personWithAddress(tx, email)
    const unit = { offerId: asked.offerId, organisationId: asked.organisationId }
    if (known && (await liveInterest(tx, { ...unit, personId: known.id }))) continue
    const lead: Named = { ...person, part: 'lead' }
    const own = { ...asked, sender: { ...asked.sender, name, email, post }, people: [lead] }
    const formKey = `${asked.formKey}:${at}`
    const { id } = await enterInterest(context, { ...own, formKey }, { tells: spreadsheet.tells })
    made.push({ interestId: id, personId: found(await personWithAddress(tx, email)).id })
  }
  const numbers = rows.map(({ number }) => number)
  const [one] = made
  if (!one) return void (await setRows(tx, spreadsheet.id, numbers, { outcome: 'here', now: context.now }))
  await setRows(tx, spreadsheet.id, numbers, {
    outcome: 'made',
    interestId: one.interestId,
    personIds: made.map(({ personId }) => personId),
    now: context.now,
  })
  for (const { interestId } of made) await noteRows(tx, context, spreadsheet, { interestId, rows: numbers.length })
}

// The import's own history names each request it made, so that both tell of the other.
const noteRows = (
  tx: Transaction,
  context: Context,
  spreadsheet: Import,
  { interestId, rows }: { interestId: string; rows: number },
): Promise<void> =>
  record(tx, context, {
    name: 'import.request-made',
    subject: { type: 'import', id: spreadsheet.id },
    particulars: { interestId, rows },
  })
