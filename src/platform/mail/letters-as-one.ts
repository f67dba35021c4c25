import type { Letter, LetterSection } from './letter.ts'

const plain = (text: string) => ({ text, strong: false })

const sectionOf = ({ subject, paragraphs, action, after }: Letter): LetterSection => ({
  heading: subject,
  blocks: [
    ...[...paragraphs].map((text) => ({ kind: 'paragraph' as const, spans: [plain(text)] })),
    ...(action ? [{ kind: 'paragraph' as const, spans: [{ ...plain(action.label), href: action.url }] }] : []),
    ...(after ?? []).map((text) => ({ kind: 'paragraph' as const, spans: [plain(text)] })),
  ],
})

/** What one person is told at once is one mail: a letter by itself, or all of them under their headings. */
export const lettersAsOne = (letters: readonly Letter[]): Letter => {
  const [first, ...others] = letters
  if (!first) throw new Error('There is no letter to write')
  if (others.length === 0) return first
  return {
    subject: `${first.subject}, and ${others.length === 1 ? 'one more answer' : `${others.length} more answers`}`,
    ...(first.greeting ? { greeting: first.greeting } : {}),
    paragraphs: [`This mail tells you ${letters.length} things at once.`],
    sections: letters.flatMap((letter) => [sectionOf(letter), ...(letter.sections ?? [])]),
    invitations: letters.flatMap(({ invitations }) => invitations ?? []),
    why: [...new Set(letters.map(({ why }) => why.replace(/\.$/, '')))].join('; and ').concat('.'),
    ...(first.detailsUrl ? { detailsUrl: first.detailsUrl } : {}),
  }
}
