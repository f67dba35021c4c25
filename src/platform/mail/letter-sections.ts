import { type ListItem, linksOf, type ProseBlock, type ProseList, type Span } from '../../vocabulary/prose.ts'

type Escape = (text: string) => string
type Section = { readonly heading: string; readonly blocks: readonly ProseBlock[] }

const word =
  (escaped: Escape) =>
  ({ text, strong, emphasis }: Span): string => {
    const said = strong ? `<strong>${escaped(text)}</strong>` : escaped(text)
    return emphasis ? `<em>${said}</em>` : said
  }

const words =
  (escaped: Escape) =>
  (spans: readonly Span[]): string =>
    linksOf(spans)
      .map(({ href, spans: run }) => {
        const said = run.map(word(escaped)).join('')
        return href === null ? said : `<a href="${escaped(href)}" style="color:#0b5563">${said}</a>`
      })
      .join('')

const heading = (size: number, said: string): string =>
  `<h2 style="margin:24px 0 8px;font-size:${size}px;line-height:1.3;color:#0b5563">${said}</h2>`

const list =
  (escaped: Escape) =>
  (each: ProseList, margin: string): string => {
    const item = ({ spans, under = [] }: ListItem): string =>
      `<li style="margin:0 0 4px">${words(escaped)(spans)}${under.map((below) => list(escaped)(below, '4px 0')).join('')}</li>`
    const items = each.items.map(item).join('')
    return each.kind === 'list'
      ? `<ul style="margin:${margin};padding-left:20px">${items}</ul>`
      : `<ol start="${each.start}" style="margin:${margin};padding-left:24px">${items}</ol>`
  }

const block =
  (escaped: Escape) =>
  (each: ProseBlock): string => {
    const said = words(escaped)
    if (each.kind === 'paragraph') return `<p style="margin:0 0 12px">${said(each.spans)}</p>`
    if (each.kind === 'heading') return heading(16, said(each.spans)).replaceAll('h2', 'h3')
    return list(escaped)(each, '0 0 12px')
  }

/** A part of a mail with inline styles, because that is what Outlook draws. */
export const sectionsAsHtml =
  (escaped: Escape) =>
  ({ heading: title, blocks }: Section): string =>
    `${heading(18, escaped(title))}${blocks.map(block(escaped)).join('')}`
