import { z } from 'zod'
import { parseForm } from '../../../platform/forms.ts'
import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import { textFields } from '../part.ts'
import { promisesFrom } from '../promises.ts'
import { typedRows } from '../rows.ts'
import { usualSections, type WrittenProject, type WrittenSection } from '../written-project.ts'
import { linesOf, most } from './about.form.ts'
import { knownOnce, oneLine, parseRows, tidy } from './rows.form.ts'

// What a page and a flyer put beside the sections has an address there already.
const taken = ['themes', 'theme', 'notice', 'goals', 'dates', 'hub', 'lead', 'joining', 'where', 'main-content']

const usualKey = (heading: string): string | null =>
  usualSections.find((usual) => usual.heading.toLowerCase() === heading.toLowerCase())?.key ?? null

const keyFor = (heading: string, used: ReadonlySet<string>): string => {
  const wanted = usualKey(heading) ?? (slugOf(heading).slice(0, 60).replace(/-$/, '') || 'section')
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? wanted : `${wanted}-${n}`
    if (!used.has(key) && !taken.includes(key)) return key
  }
}

const isNoSection = (heading: string): boolean => heading === '' || usualKey(heading) !== null

/** The sections of the text; a usual heading under which nothing is written is none. A section keeps its key under another heading, so that what a hub wrote in its place stays with it. */
export const readText = (body: Typed, { sections }: WrittenProject): Parsed<Partial<WrittenProject>> => {
  const once = knownOnce(sections.map(({ key }) => key))
  const rows = parseRows(body, textFields, (row) => {
    const [heading, text] = [oneLine(row['heading'] ?? ''), tidy(row['body'] ?? '')]
    if (text === '' && isNoSection(heading)) return null
    if (heading === '') return { problems: { heading: 'Enter a heading for this section' } }
    if (heading.length > 150) return { problems: { heading: most(150, `the heading “${heading.slice(0, 40)}…”`) } }
    if (text.length > 20_000) return { problems: { body: most(20_000, `the text of “${heading}”`) } }
    return { value: { key: once(row['key'] ?? ''), heading, body: text, isOptional: row['optional'] === 'yes' } }
  })
  if (!rows.ok) return rows
  const used = new Set([...sections.map(({ key }) => key), ...rows.value.flatMap(({ key }) => key ?? [])])
  const read: WrittenSection[] = rows.value.map(({ key, heading, body: text, isOptional }) => {
    const given = key ?? keyFor(heading, used)
    used.add(given)
    return { key: given, heading, body: text, ...(isOptional && { mayBeLeftOut: true as const }) }
  })
  return { ok: true, value: { sections: read } }
}

// Promises and money have places of their own; some projects say more of them.
const seldom = ['models', 'benefits', 'funding']

/** The sections as they are; of a project without any, the usual headings to fill in. */
export const typedText = ({ sections }: WrittenProject): Typed =>
  typedRows(
    sections.length > 0
      ? sections.map(({ mayBeLeftOut, ...section }) => ({ ...section, optional: mayBeLeftOut ? 'yes' : '' }))
      : usualSections
          .filter(({ key }) => !seldom.includes(key))
          .map(({ heading }) => ({ key: '', heading, body: '', optional: '' })),
  )

const audiencesPromised = ['participants', 'institutions', 'hub_team'] as const

const promised = z.object({
  participants: linesOf('what participants are promised'),
  institutions: linesOf('what institutions are promised'),
  hub_team: linesOf('what the hub is promised'),
})

/** What a project promises, to each in lines of their own. */
export const readOutcomes = (body: Typed, { outcomes }: WrittenProject): Parsed<Partial<WrittenProject>> => {
  const read = parseForm(promised, body)
  if (!read.ok) return read
  return {
    ok: true,
    value: { outcomes: audiencesPromised.flatMap((each) => promisesFrom(read.value[each], each, outcomes)) },
  }
}

export const typedOutcomes = ({ outcomes }: WrittenProject): Typed =>
  Object.fromEntries(
    audiencesPromised.map((each) => [
      each,
      outcomes
        .filter(({ audience }) => audience === each)
        .map(({ outcome }) => outcome)
        .join('\n'),
    ]),
  )
