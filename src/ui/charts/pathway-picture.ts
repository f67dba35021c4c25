import { type Html, html } from '../html.ts'

export type DrawnStage = {
  readonly name: string
  /** What stands under the name: the codes of the projects that serve it. */
  readonly under: string
  readonly entryPoint: boolean
  readonly repeats: boolean
  /** Taken beside the stage drawn before it, not after it. */
  readonly isBeside: boolean
  readonly isHere: boolean
}

export type PathwayPicture = {
  readonly title: string
  readonly description: string
  readonly stages: readonly DrawnStage[]
}

const [width, left, boxWidth, lineHeight, gap, indent] = [424, 92, 216, 20, 34, 28]

/** Words in lines of so many letters at most. */
const linesOf = (text: string, most: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    if (last === undefined || `${last} ${word}`.length > most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

type Box = {
  readonly stage: DrawnStage
  readonly x: number
  readonly y: number
  readonly tall: number
  readonly name: readonly string[]
  readonly under: readonly string[]
}

const own = { x: left, space: gap, nameMost: 23, underMost: 27 }
const besides = { x: left + indent, space: 14, nameMost: 20, underMost: 24 }

const boxesOf = (stages: readonly DrawnStage[]): readonly Box[] => {
  const boxes: Box[] = []
  for (const stage of stages) {
    const { x, space, nameMost, underMost } = stage.isBeside ? besides : own
    const above = boxes.at(-1)
    const [name, under] = [linesOf(stage.name, nameMost), linesOf(stage.under, underMost)]
    const tall = 24 + (name.length + under.length) * lineHeight
    boxes.push({ stage, x, y: above ? above.y + above.tall + space : 4, tall, name, under })
  }
  return boxes
}

const ink = '#16242c'
const arrowDown = (x: number, from: number, to: number): Html =>
  html`<path d="M${x} ${from}V${to - 8}" stroke="${ink}" stroke-width="2.5" fill="none"/><path d="M${x - 6} ${to - 10}L${x} ${to - 1}L${x + 6} ${to - 10}Z" fill="${ink}"/>`
const arrowIn = (y: number): Html =>
  html`<path d="M6 ${y}H${left - 10}" stroke="${ink}" stroke-width="2.5" fill="none"/><path d="M${left - 11} ${y - 6}L${left - 2} ${y}L${left - 11} ${y + 6}Z" fill="${ink}"/>`
const arrowRound = (box: Box): Html => {
  const right = box.x + boxWidth
  const [from, to] = [box.y + box.tall - 14, box.y + 14]
  return html`<path d="M${right} ${from}H${right + 16}a10 10 0 0 0 10 -10V${to + 10}a10 10 0 0 0 -10 -10H${right + 10}" stroke="${ink}" stroke-width="2.5" fill="none"/><path d="M${right + 11} ${to - 6}L${right + 2} ${to}L${right + 11} ${to + 6}Z" fill="${ink}"/>`
}

const wordsIn = (x: number, y: number, lines: readonly string[], weight: 'bold' | 'normal'): Html =>
  html`${lines.map((line, at) => html`<text x="${x}" y="${y + at * lineHeight}" font-weight="${weight}" font-size="${weight === 'bold' ? 16 : 14}" fill="${ink}">${line}</text>`)}`

const small = (x: number, y: number, words: string): Html =>
  html`<text x="${x}" y="${y}" font-size="14" fill="${ink}">${words}</text>`

const boxOf = (box: Box): Html => {
  const { stage, x, y, tall, name, under } = box
  const wide = stage.isBeside ? boxWidth - indent : boxWidth
  const middle = y + tall / 2
  return html`<rect x="${x}" y="${y}" width="${wide}" height="${tall}" rx="4" fill="${stage.isHere ? '#d6ebed' : '#ffffff'}" stroke="${ink}" stroke-width="${stage.isHere ? 4 : 2}"${stage.isBeside && html` stroke-dasharray="7 5"`}/>
${wordsIn(x + 14, y + 26, name, 'bold')}${wordsIn(x + 14, y + 26 + name.length * lineHeight, under, 'normal')}
${stage.entryPoint && html`${small(4, middle - 8, 'Begin here')}${arrowIn(middle)}`}${
  stage.repeats &&
  html`${arrowRound({ ...box, x: x + wide - boxWidth })}${small(x + wide + 34, middle - 3, 'again')}${small(x + wide + 34, middle + 14, 'each year')}`
}`
}

const joints = (boxes: readonly Box[]): Html => {
  const line = boxes.filter(({ stage }) => !stage.isBeside)
  const main = line.slice(1).map((box, at) => {
    const above = line[at]
    return above && arrowDown(left + 14, above.y + above.tall, box.y)
  })
  const beside = boxes.map((box, at) => {
    const above = boxes[at - 1]
    return (
      box.stage.isBeside &&
      above &&
      html`<path d="M${left + 60} ${above.y + above.tall}V${box.y}" stroke="${ink}" stroke-width="2" stroke-dasharray="4 4"/>`
    )
  })
  return html`${main}${beside}`
}

/** The stages of a pathway from its entry points down, arrows to what follows and round what is taken again: drawn on the server, readable on a phone and in black and white. */
export const pathwayPicture = ({ title, description, stages }: PathwayPicture): Html => {
  const boxes = boxesOf(stages)
  const last = boxes.at(-1)
  const height = (last ? last.y + last.tall : 0) + 6
  return html`<svg class="app-pathway-picture" role="img" aria-label="${title}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="arial, sans-serif"><title>${title}</title><desc>${description}</desc>${joints(boxes)}${boxes.map(boxOf)}</svg>`
}
