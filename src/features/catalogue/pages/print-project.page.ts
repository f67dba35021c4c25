import { type Answer, file, type PageRequest } from '../../../platform/http/routes.ts'
import { columnsFor, sheetTemplate, sizeFor, typeset } from '../../../platform/pdf.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { plainProse, proseOf } from '../../../vocabulary/prose.ts'
import type { FlyerSection } from '../../offers/index.ts'
import { type Descent, familyInWords, type ProjectInFull, projectPath, type Stage } from '../../projects/index.ts'
import { projectFacts, projectSections } from '../project-sheet.ts'

const wordsOf = (sections: readonly FlyerSection[]): string =>
  sections
    .map(({ heading, blocks }) => `${heading}\n${plainProse(blocks.filter((block) => block.kind !== 'dates'))}`)
    .join('\n')

const familyOf = (project: ProjectInFull, line: readonly Descent[]): readonly FlyerSection[] => {
  const sentence = familyInWords(project, line)
  return sentence === null ? [] : [{ key: 'family', heading: 'Its family line', blocks: proseOf(sentence) }]
}

// "Schools can begin here", "again each year": what is said of a stage on its tile.
const tileOf = (stage: Stage, here: string) => ({
  name: stage.name,
  here: stage.id === here,
  notes: [
    stage.id === here ? 'This project' : null,
    stage.entryPoint ? 'Schools can begin here' : null,
    stage.repeats ? 'Again each year' : null,
    stage.beside === null ? null : 'Taken beside another stage',
  ].filter((note) => note !== null),
})

const pathwayOf = ({ pathway, stage }: ProjectInFull) =>
  pathway && stage ? { title: pathway.name, stages: pathway.stages.map((each) => tileOf(each, stage.id)) } : null

/** A project as it is printed, with where it came from. */
export const printed = async (
  { context, frame }: PageRequest,
  project: ProjectInFull,
  line: readonly Descent[],
): Promise<Answer> => {
  const address = `${context.config.baseUrl}${projectPath(project)}`
  const sections = [...projectSections(project), ...familyOf(project, line)]
  const data = {
    title: project.title,
    hub: '',
    network: frame.networkName,
    year: yearLabel(project.year),
    code: project.code,
    notice: project.status === 'withdrawn' ? `This project was withdrawn. ${project.statusReason ?? ''}` : null,
    facts: projectFacts(project),
    sections,
    pathway: pathwayOf(project),
    asking: 'See which hubs offer it',
    short: address,
    shortWords: address.replace(/^https?:\/\//, ''),
    made: formatDate(context.today),
  }
  const pdf = await typeset({
    template: sheetTemplate,
    data: { ...data, size: sizeFor(wordsOf(sections)), columns: columnsFor(wordsOf(sections)), qr: qrCode(address) },
    most: 2,
  })
  return file({ body: pdf, type: 'application/pdf', name: `${yearSlug(project.year)}-${project.slug}.pdf` })
}
