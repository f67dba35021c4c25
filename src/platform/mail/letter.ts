import { type ProseBlock, plainProse } from '../../vocabulary/prose.ts'
import { sectionsAsHtml } from './letter-sections.ts'

/** One calendar entry to accept, update or remove (RFC 5546): a file of its own, because an invitation holds one UID. */
export type Invitation = { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string }

/** A part of a mail that carries a text, under its heading. */
export type LetterSection = { readonly heading: string; readonly blocks: readonly ProseBlock[] }

/** A mail with one clear purpose: why it came, and the action in the first screen. */
export type Letter = {
  readonly subject: string
  readonly greeting?: string
  readonly paragraphs: readonly string[]
  readonly action?: { readonly label: string; readonly url: string }
  readonly sections?: readonly LetterSection[]
  readonly after?: readonly string[]
  readonly why: string
  /** Where the person written to changes how they are reached; put there by the post. */
  readonly detailsUrl?: string
  readonly invitations?: readonly Invitation[]
  /** It goes even to an address at which mail did not arrive before: somebody who has just typed that address waits for it there. */
  readonly goesAnyway?: true
}

const sectionAsText = ({ heading, blocks }: LetterSection): string =>
  `${heading}\n${'-'.repeat([...heading].length)}\n\n${plainProse(blocks)}`

export const letterAsText = (letter: Letter): string =>
  [
    letter.greeting,
    ...letter.paragraphs,
    letter.action && `${letter.action.label}:\n${letter.action.url}`,
    ...(letter.sections ?? []).map(sectionAsText),
    ...(letter.after ?? []),
    `--\nWhy you get this: ${letter.why}`,
    letter.detailsUrl && `Update my contact details: ${letter.detailsUrl}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escaped(text)}</p>`

const button = ({ label, url }: { label: string; url: string }): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px"><tr><td style="background:#0b5563;padding:12px 20px"><a href="${escaped(url)}" style="color:#ffffff;font-weight:bold;text-decoration:none">${escaped(label)}</a></td></tr></table>`

/** Tables and inline styles, because that is what Outlook draws. */
export const letterAsHtml = (letter: Letter): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1d2429;font:16px/1.5 Arial,sans-serif"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px"><tr><td>
${[letter.greeting ? paragraph(letter.greeting) : '', ...letter.paragraphs.map(paragraph), letter.action ? button(letter.action) : '', ...(letter.sections ?? []).map(sectionsAsHtml(escaped)), ...(letter.after ?? []).map(paragraph)].join('\n')}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #c9d1d6;color:#4d5a63;font-size:14px">Why you get this: ${escaped(letter.why)}${letter.detailsUrl ? `<br><a href="${escaped(letter.detailsUrl)}" style="color:#0b5563">Update my contact details</a>` : ''}</p>
</td></tr></table></body></html>`
