import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { differencesOf } from '../differences.ts'
import { namesIn } from '../list-queries.ts'
import type { Version } from '../version.ts'
import { versionsOf } from '../version-queries.ts'
import { writingOf } from './place-of-writing.ts'
import { shownAs } from './preview.page.ts'
import { versionsView, versionView } from './versions.view.ts'

const chosenIn = (query: URLSearchParams, versions: readonly Version[]) => {
  const named = (name: string) => versions.find(({ number }) => String(number) === query.get(name))
  const to = named('to') ?? versions[0]
  const from = named('from') ?? versions.find(({ number }) => to !== undefined && number === to.number - 1)
  return { from, to }
}

/** The versions of a project, what differs between two of them, or one of them as it read. */
export const showVersions: Page = async (request) => {
  const { place, writing, path } = await writingOf(request)
  const versions = await versionsOf(request.context.db, writing.id)
  const here = { place, path, title: writing.stands.title }
  const read = request.query.get('read')
  if (read !== null) {
    const version = found(versions.find(({ number }) => String(number) === read))
    const shown = await shownAs(request, writing.id, version.content)
    return page(versionView(request.frame, { ...here, version, shown }))
  }
  const { from, to } = chosenIn(request.query, versions)
  const differs =
    from && to
      ? differencesOf(from.content, to.content, await namesIn(request.context.db, [from.content, to.content]))
      : null
  return page(versionsView(request.frame, { ...here, versions, from, to, differs }))
}
