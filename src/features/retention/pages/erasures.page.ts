import { found } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { dataSubject, goesWhole, rowsAbout } from '../../personal-fields/index.ts'
import { reasonForm } from '../../reads/index.ts'
import { carryOutErasure, refuseErasure } from '../actions/decide-erasure.ts'
import { erasureById, mentionsOf, namesakesOf, obstaclesTo, openErasures, settledErasures } from '../erasure-queries.ts'
import { ofThem } from '../of-them.ts'
import { erasuresView, erasureView } from './erasures.view.ts'

const saidOn: Readonly<Record<string, string>> = {
  erased: 'They are erased. What was counted stays counted; the decision stands below.',
  refused: 'The request is refused. They are told the reason by mail.',
}

export const showErasures: Page = async ({ context, frame, query }) =>
  page(
    erasuresView(
      { ...frame, notice: wordedAs(saidOn, query.get('said')) },
      { open: await openErasures(context.db), settled: await settledErasures(context.db, 50) },
    ),
  )

const requestOf = async ({ context, params }: PageRequest) => {
  const id = params['erasure'] ?? ''
  return found(isId(id) ? await erasureById(context.db, id) : null)
}

/** What an erasure would clear, what stays, and what stands against it: shown before anybody decides. */
const drawn = async (request: PageRequest, form: FormState) => {
  const { context, frame } = request
  const asked = await requestOf(request)
  const subject = asked.status === 'asked' ? await dataSubject(context.db, asked.person_id) : null
  const [held, obstacles, mentions, namesakes] = subject
    ? await Promise.all([
        rowsAbout(context.db, subject),
        obstaclesTo(context.db, asked.person_id, context.today),
        mentionsOf(context.db, subject),
        namesakesOf(context.db, subject),
      ])
    : [[], [], [], 0]
  return erasureView(frame, {
    asked,
    form,
    obstacles,
    mentions,
    namesakes,
    lines: held.map(({ holding, rows }) => ({
      called: ofThem(holding.called),
      rows,
      goes: goesWhole(holding)
        ? 'all of it'
        : Object.values(holding.fields)
            .filter(({ erasure }) => erasure !== 'keep')
            .map(({ called }) => called.toLowerCase())
            .join(', '),
      stays: goesWhole(holding) ? '' : (holding.keptBecause ?? ''),
    })),
  })
}

export const showErasure: Page = async (request) => page(await drawn(request, emptyForm))

export const decideErasure: Page = async (request): Promise<Answer> => {
  const { context, body } = request
  const { id } = await requestOf(request)
  if (typedText(body, 'act') === 'erase') {
    await carryOutErasure(context, { requestId: id, isNamesakeChecked: typedText(body, 'mentions') === 'theirs' })
    return redirect('/network/erasures?said=erased')
  }
  const parsed = parseForm(reasonForm, body)
  if (!parsed.ok) return invalid(await drawn(request, parsed))
  await refuseErasure(context, { requestId: id, reason: parsed.value.reason })
  return redirect('/network/erasures?said=refused')
}
