import { found, NotFound } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { message, outbox, outboxCount } from '../queries.ts'
import { messageView, outboxView } from './outbox.view.ts'

const pageSize = 25

/** The demonstration has no mail server: what it would send is shown here, to whoever tries it out. */
const onlyInDemonstration = (demo: boolean): void => {
  if (!demo) throw new NotFound('Only a demonstration shows its mail')
}

export const showOutbox: Page = async ({ context, query, frame }) => {
  onlyInDemonstration(context.config.demo)
  const words = (query.get('q') ?? '').trim()
  const shown = pageFrom(query)
  const [messages, total] = await Promise.all([
    outbox(context.db, { words, limit: pageSize, offset: (shown - 1) * pageSize }),
    outboxCount(context.db, words),
  ])
  return page(outboxView(frame, { messages, total, shown, pageSize, words }))
}

export const showMessage: Page = async ({ context, params, frame }) => {
  onlyInDemonstration(context.config.demo)
  const id = params['id'] ?? ''
  return page(messageView(frame, found(isId(id) ? await message(context.db, id) : null)))
}
