// What can be told of a tagged PDF without a reader: the elements of its structure tree, and what PDF/UA-1 asks of the file.

/** The elements of the structure tree, as the file holds them. */
export const tagsOf = (pdf: string): readonly string[] =>
  [...pdf.matchAll(/\/Type \/StructElem\s+\/S \/(\w+)/g)].map(([, tag = '']) => tag)

const wanted: Readonly<Record<string, RegExp>> = {
  'a structure tree': /\/StructTreeRoot/,
  'the mark that it is tagged': /\/Marked true/,
  'the name of its standard': /pdfuaid:part/,
  'a title': /<dc:title>/,
  'its title in the window': /\/DisplayDocTitle true/,
  'its language': /\/Lang \(en-GB\)/,
  'the order of its links': /\/Tabs \/S/,
}

/** Why a file is no accessible PDF, as far as its bytes tell. */
export const faultsOfTags = (pdf: string): readonly string[] => {
  const tags = tagsOf(pdf)
  const count = (tag: string): number => tags.filter((each) => each === tag).length
  const described = [...pdf.matchAll(/\/Alt \([^)]+/g)].length
  const levels = tags.flatMap((tag) => /^H([1-6])$/.exec(tag)?.[1] ?? []).map(Number)
  const skipped = [2, 3, 4, 5, 6].filter((level) => levels.includes(level) && !levels.includes(level - 1))
  const untagged = [...pdf.matchAll(/\/Subtype \/Link/g)].length - [...pdf.matchAll(/\/StructParent \d/g)].length
  return [
    ...Object.entries(wanted).flatMap(([what, sign]) => (sign.test(pdf) ? [] : [`it lacks ${what}`])),
    ...(count('H1') === 1 ? [] : [`it has ${count('H1')} first headings`]),
    ...skipped.map((level) => `headings of level ${level} stand below none of level ${level - 1}`),
    ...(described >= count('Figure') ? [] : ['a picture is not described']),
    ...(count('Table') === 0 || count('TH') > 0 ? [] : ['a table has no headings']),
    ...(count('LI') === count('LBody') ? [] : ['an item of a list has no text']),
    ...(untagged > 0 ? ['a link is not tagged'] : []),
  ]
}
