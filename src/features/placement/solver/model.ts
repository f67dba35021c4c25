import {
  type Assignment,
  type Instance,
  isWithinReach,
  weightOfFilling,
  weightOfLeavingOut,
  weightOfPair,
} from '../instance.ts'

/** A choice of the model: applicant `a` goes to group `g`. */
type Pair = { readonly a: number; readonly g: number; readonly weight: number }

const pairsOf = ({ applicants, groups }: Instance): readonly Pair[] =>
  applicants.flatMap((applicant, a) =>
    groups.flatMap((group, g) =>
      group.organisationsLeft > 0 && applicant.people <= group.peopleLeft && isWithinReach(applicant, group)
        ? [{ a, g, weight: weightOfPair(applicant, group) }]
        : [],
    ),
  )

const choice = ({ a, g }: Pick<Pair, 'a' | 'g'>): string => `x${a}_${g}`
// One term a line: the reader of LP text limits the length of lines.
const sum = (terms: readonly string[]): string => terms.map((term) => `\n ${term}`).join('')

/**
 * The model as LP text. Every applicant is placed once or left out; groups hold no more organisations and people than
 * they have left; each further organisation in a group takes the next, dearer step, so that groups fill evenly.
 */
export const modelText = (instance: Instance): string => {
  const { applicants, groups } = instance
  const pairs = pairsOf(instance)
  const byApplicant = Map.groupBy(pairs, (pair) => pair.a)
  const byGroup = Map.groupBy(pairs, (pair) => pair.g)
  const steps = groups.flatMap((group, g) => {
    const most = Math.min(group.organisationsLeft, byGroup.get(g)?.length ?? 0)
    return Array.from({ length: most }, (_, step) => ({
      name: `s${g}_${step}`,
      g,
      weight: weightOfFilling(group.organisationsTaken + step),
    }))
  })
  const stepsOf = Map.groupBy(steps, (step) => step.g)
  const objective = [
    ...pairs.map((pair) => `+ ${pair.weight} ${choice(pair)}`),
    ...applicants.map((_, a) => `+ ${weightOfLeavingOut(a, applicants.length)} u${a}`),
    ...steps.map((step) => `+ ${step.weight} ${step.name}`),
  ]
  const rows = [
    ...applicants.map(
      (_, a) => `once${a}:${sum([...(byApplicant.get(a) ?? []).map((pair) => `+ ${choice(pair)}`), `+ u${a}`])}\n = 1`,
    ),
    ...[...byGroup].flatMap(([g, own]) => {
      const group = groups[g]
      return group
        ? [
            `room${g}:${sum(own.map((pair) => `+ ${choice(pair)}`))}\n <= ${group.organisationsLeft}`,
            `people${g}:${sum(own.map((pair) => `+ ${applicants[pair.a]?.people ?? 0} ${choice(pair)}`))}\n <= ${group.peopleLeft}`,
            `steps${g}:${sum([...own.map((pair) => `+ ${choice(pair)}`), ...(stepsOf.get(g) ?? []).map((step) => `- ${step.name}`)])}\n = 0`,
          ]
        : []
    }),
  ]
  const bounds = [...applicants.map((_, a) => `0 <= u${a} <= 1`), ...steps.map((step) => `0 <= ${step.name} <= 1`)]
  return `Minimize\n weight:${sum(objective)}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nBinary\n${pairs.map(choice).join('\n')}\nEnd\n`
}

/** Reads the solver's columns back into who goes where. */
export const assignmentOf = ({ applicants, groups }: Instance, values: Readonly<Record<string, number>>): Assignment =>
  applicants.map((_, a) => groups.find((_group, g) => (values[choice({ a, g })] ?? 0) > 0.5)?.id ?? null)
