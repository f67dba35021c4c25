import { type Html, html } from '../html.ts'

export type FlowChart = {
  readonly title: string
  readonly description: string
  readonly columns: readonly {
    readonly key: number
    readonly label: string
    readonly nodes: readonly { readonly key: string; readonly label: string; readonly value: number }[]
  }[]
  /** From a node of the column to one of the column after it. */
  readonly streams: readonly {
    readonly column: number
    readonly from: string
    readonly to: string
    readonly value: number
  }[]
}

const shades = ['#08434c', '#0d6470', '#4d9aa3', '#a9cfd3'] as const
const [columnWidth, nodeWidth, height, gap, top] = [300, 16, 300, 22, 34]

type Box = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly x: number
  readonly y: number
  readonly tall: number
  readonly shade: string
  left: number
  taken: number
}

const boxesOf = (chart: FlowChart): ReadonlyMap<string, Box> => {
  const most = Math.max(1, ...chart.columns.map(({ nodes }) => nodes.reduce((sum, { value }) => sum + value, 0)))
  const lines = Math.max(1, ...chart.columns.map(({ nodes }) => nodes.length))
  const scale = (height - gap * (lines - 1)) / most
  const order = [...new Set(chart.columns.flatMap(({ nodes }) => nodes.map(({ key }) => key)))]
  const boxes = new Map<string, Box>()
  for (const [column, { key: year, nodes }] of chart.columns.entries()) {
    let y = top
    for (const node of nodes) {
      const tall = Math.max(2, node.value * scale)
      boxes.set(`${year} ${node.key}`, {
        ...node,
        x: column * columnWidth,
        y,
        tall,
        shade: shades[order.indexOf(node.key) % shades.length] ?? shades[0],
        left: 0,
        taken: 0,
      })
      y += tall + gap
    }
  }
  return boxes
}

const streamOf = (
  boxes: ReadonlyMap<string, Box>,
  nextOf: ReadonlyMap<number, number>,
  { column, from, to, value }: FlowChart['streams'][number],
): Html | string => {
  const source = boxes.get(`${column} ${from}`)
  const target = boxes.get(`${nextOf.get(column) ?? ''} ${to}`)
  if (!source || !target || source.value === 0) return ''
  const tall = (source.tall * value) / source.value
  const [y1, y2] = [source.y + source.left + tall / 2, target.y + target.taken + tall / 2]
  source.left += tall
  target.taken += tall
  const [x1, x2] = [source.x + nodeWidth, target.x]
  const middle = (x1 + x2) / 2
  return html`<path d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}" fill="none" stroke="${source.shade}" stroke-opacity="0.35" stroke-width="${Math.max(1, tall)}"><title>${from} to ${to}: ${value}</title></path>`
}

/** Columns of years with what stood in each, and streams between them: drawn on the server, readable in black and white. */
export const flowChart = (chart: FlowChart): Html => {
  const boxes = boxesOf(chart)
  const nextOf = new Map(chart.columns.map(({ key }, index) => [key, chart.columns[index + 1]?.key ?? Number.NaN]))
  const width = (chart.columns.length - 1) * columnWidth + nodeWidth + 170
  const streams = chart.streams.map((stream) => streamOf(boxes, nextOf, stream))
  return html`<svg class="app-flow" role="img" aria-label="${chart.title}" viewBox="0 0 ${width} ${height + top + 10}" width="${width}" height="${height + top + 10}" font-family="arial, sans-serif" font-size="15"><title>${chart.title}</title><desc>${chart.description}</desc>
${chart.columns.map(({ label }, index) => html`<text x="${index * columnWidth}" y="18" font-weight="bold">${label}</text>`)}
${streams}
${[...boxes.values()].map((box) => html`<rect x="${box.x}" y="${box.y}" width="${nodeWidth}" height="${box.tall}" fill="${box.shade}"/><text x="${box.x + nodeWidth + 6}" y="${box.y + Math.min(box.tall, 18) / 2 + 5}" fill="#16242c" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${box.label} ${box.value}</text>`)}</svg>`
}
