import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Answer, file, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { typeset } from '../../../platform/pdf.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { personIdOf } from '../../people/index.ts'
import { dataSubject, rowsAbout } from '../../personal-fields/index.ts'
import { readsAbout } from '../../reads/index.ts'
import { askErasure, erasuresOf, obstaclesTo, withdrawErasure } from '../../retention/index.ts'
import { askForReport } from '../actions/ask-for-report.ts'
import type { Report } from '../report.ts'
import { accessRequestsOf, ownReport } from '../report-queries.ts'
import { eraseView, ownDataView, ownReadsView } from './own-data.view.ts'

const pageSize = 25

const ownId = ({ context }: PageRequest): string => found(personIdOf(context.actor))

/** What is held about whoever is signed in, with how to get it and how to be erased. */
export const showOwnData: Page = async (request) => {
  const { context, frame } = request
  const personId = ownId(request)
  const subject = found(await dataSubject(context.db, personId))
  const [held, requests, erasures, reads] = await Promise.all([
    rowsAbout(context.db, subject),
    accessRequestsOf(context.db, personId),
    erasuresOf(context.db, personId),
    readsAbout(context.db, personId, { limit: 5, offset: 0 }),
  ])
  return page(
    ownDataView(frame, {
      held: held.map(({ holding, rows }) => ({ called: holding.called, purpose: holding.purpose, rows })),
      reports: requests.map((asked) => ({ ...asked, isOwn: asked.asked_by_person_id === personId })),
      openErasure: erasures.find(({ status }) => status === 'asked') ?? null,
      reads: reads.rows,
      readsTotal: reads.total,
    }),
  )
}

export const askOwnReport: Page = async (request) => {
  await askForReport(request.context, { personId: ownId(request), reason: null })
  return redirect('/account/data')
}

const reportOf = async (request: PageRequest): Promise<Report> => {
  const id = request.params['report'] ?? ''
  const kept = isId(id) ? await ownReport(request.context.db, id, ownId(request)) : null
  return found(kept)
}

export const printOwnReport: Page = async (request): Promise<Answer> => {
  const report = await reportOf(request)
  const body = await typeset({ template: 'features/personal-data/report.typ', data: report as never })
  return file({ body, type: 'application/pdf', name: 'what-is-held-about-you.pdf' })
}

export const downloadOwnReport: Page = async (request): Promise<Answer> =>
  file({
    body: JSON.stringify(await reportOf(request), null, 2),
    type: 'application/json; charset=utf-8',
    name: 'what-is-held-about-you.json',
  })

/** Who has read about whoever is signed in, latest first. */
export const showOwnReads: Page = async (request) => {
  const { context, query, frame } = request
  const shown = pageFrom(query)
  const reads = await readsAbout(context.db, ownId(request), { limit: pageSize, offset: (shown - 1) * pageSize })
  return page(ownReadsView(frame, { ...reads, shown, pageSize }))
}

export const showErase: Page = async (request) => {
  const { context, frame } = request
  const personId = ownId(request)
  const [obstacles, erasures] = await Promise.all([
    obstaclesTo(context.db, personId, context.today),
    erasuresOf(context.db, personId),
  ])
  const notice =
    request.query.get('said') === 'withdrawn' ? 'You have taken the request back. Nothing is erased.' : null
  return page(
    eraseView({ ...frame, notice }, { obstacles, open: erasures.find(({ status }) => status === 'asked') ?? null }),
  )
}

export const askOwnErasure: Page = async (request) => {
  await askErasure(request.context, { personId: ownId(request), reason: typedText(request.body, 'reason') || null })
  return redirect('/account/data/erase')
}

export const withdrawOwnErasure: Page = async (request) => {
  const open = (await erasuresOf(request.context.db, ownId(request))).find(({ status }) => status === 'asked')
  if (open) await withdrawErasure(request.context, open.id)
  return redirect('/account/data/erase?said=withdrawn')
}
