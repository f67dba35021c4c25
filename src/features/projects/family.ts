import { type AcademicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import type { Descent, Project, Relative } from './project.ts'

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a')

const unlessSame = (other: Relative, own: Relative, words: (title: string) => string): string =>
  other.title === own.title ? '' : words(other.title)

const cameFrom = ({ from, to, kind }: Descent): string => {
  const then = yearLabel(from.year)
  const words = {
    continues: `continues ${from.title === to.title ? 'the project' : from.title} of ${then}`,
    renamed: `was ${from.title} in ${then}`,
    split: `came out of ${from.title} of ${then}, which was split`,
    merged: `takes in ${from.title} of ${then}`,
    changed_model: `was ${article(from.modelName)} ${from.modelName}${unlessSame(from, to, (title) => ` called ${title}`)} in ${then}`,
  }
  return words[kind]
}

const wentInto = ({ from, to, kind }: Descent): string => {
  const since = yearLabel(to.year)
  const words = {
    continues: `goes on in ${since}${unlessSame(to, from, (title) => ` as ${title}`)}`,
    renamed: `from ${since} ${to.title}`,
    split: '',
    merged: `from ${since} part of ${to.title}`,
    changed_model: `from ${since} ${article(to.modelName)} ${to.modelName}${unlessSame(to, from, (title) => ` called ${title}`)}`,
  }
  return words[kind]
}

const splitInto = (later: readonly Descent[]): readonly string[] => {
  const parts = later.filter(({ kind }) => kind === 'split')
  const [first] = parts
  return first ? [`from ${yearLabel(first.to.year)} split into ${listed(parts.map(({ to }) => to.title))}`] : []
}

/** Where a project came from and what became of it, in one sentence made of what is stated; null where nothing is. */
export const familyInWords = (
  { id, runningSince }: Pick<Project, 'id' | 'runningSince'>,
  line: readonly Descent[],
): string | null => {
  const later = line.filter(({ from }) => from.id === id)
  const words = [
    ...(runningSince ? [`running since ${runningSince}`] : []),
    ...line.filter(({ to }) => to.id === id).map(cameFrom),
    ...splitInto(later),
    ...later.map(wentInto).filter((each) => each !== ''),
  ]
  const [first, ...rest] = words
  return first ? `${first.charAt(0).toUpperCase()}${[first.slice(1), ...rest].join('; ')}.` : null
}

export type FamilyMember = {
  readonly project: Relative
  readonly isHere: boolean
  /** Each step that leads to it from an earlier year. */
  readonly steps: readonly Descent[]
}

/** The family of a project year by year, earliest first, each member with the steps that lead to it. */
export const familyByYear = (
  line: readonly Descent[],
  here: string,
): readonly { readonly year: AcademicYear; readonly members: readonly FamilyMember[] }[] => {
  const relatives = new Map(line.flatMap(({ from, to }) => [[from.id, from] as const, [to.id, to] as const]))
  const byYear = Map.groupBy(relatives.values(), ({ year }) => year)
  return [...byYear]
    .toSorted(([one], [other]) => one - other)
    .map(([year, projects]) => ({
      year,
      members: projects
        .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))
        .map((project) => ({
          project,
          isHere: project.id === here,
          steps: line.filter(({ to }) => to.id === project.id),
        })),
    }))
}
