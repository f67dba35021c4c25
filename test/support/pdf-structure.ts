// What PDF/UA-1 asks of a file and a machine can tell, after the Matterhorn protocol: read from the objects of the file, without
// the typesetter that made it. Each rule names its checkpoint.
import { type Element, inReadingOrder, standard, treeOf } from './pdf-elements.ts'
import { type Dict, isDict, isRef, nameIn, type Pdf, readPdf, type Value } from './pdf-objects.ts'

const within: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
}
const holds: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI', 'TOC', 'Caption'],
}

const nesting = (all: readonly Element[]): readonly string[] =>
  all.flatMap(({ tag, parent, children }) => {
    const around = within[tag]
    const inside = holds[tag]
    return [
      ...(around && !around.includes(parent?.tag ?? '') ? [`09-004 ${tag} stands in ${parent?.tag ?? 'nothing'}`] : []),
      ...(inside
        ? children.filter((kid) => !inside.includes(kid.tag)).map((kid) => `09-005 ${tag} holds ${kid.tag}`)
        : []),
      ...(tag === 'LI' && !children.some((kid) => kid.tag === 'LBody') ? ['09-006 an item of a list has no text'] : []),
    ]
  })

const headings = (all: readonly Element[]): readonly string[] => {
  const levels = all.flatMap(({ tag }) => (/^H[1-6]$/.test(tag) ? [Number(tag[1])] : []))
  return [
    ...(levels.filter((level) => level === 1).length === 1 && levels[0] === 1
      ? []
      : ['14-002 it does not begin with one first heading']),
    ...levels.flatMap((level, at) =>
      level > (levels[at - 1] ?? 0) + 1
        ? [`14-003 a heading of level ${level} follows level ${levels[at - 1] ?? 0}`]
        : [],
    ),
    ...(all.some(({ tag }) => tag === 'H') ? ['14-006 it mixes kinds of headings'] : []),
  ]
}

const attributesOf = (pdf: Pdf, { dict }: Element): readonly Dict[] =>
  pdf.list(dict.get('A')).map((each) => pdf.dict(each))

const described = (pdf: Pdf, all: readonly Element[]): readonly string[] =>
  all.flatMap((element) => {
    const has = (key: string): boolean => String(pdf.at(element.dict.get(key)) ?? '') !== ''
    const isPicture = element.tag === 'Figure' || element.tag === 'Formula'
    return [
      ...(isPicture && !has('Alt') && !has('ActualText') ? ['13-004 a picture is not described'] : []),
      ...(element.tag === 'TH' && !attributesOf(pdf, element).some((each) => each.has('Scope'))
        ? ['15-003 a heading of a table does not say of what']
        : []),
    ]
  })

const roles = (pdf: Pdf, root: Dict): readonly string[] =>
  [...pdf.dict(root.get('RoleMap'))].flatMap(([from, to]) => [
    ...(standard.has(from) ? [`02-004 ${from} is given another meaning`] : []),
    ...(standard.has(nameIn(to)) ? [] : [`02-001 ${from} means ${nameIn(to)}, which is no standard type`]),
  ])

type Page = { readonly dict: Dict; readonly content: string }

const pagesOf = (pdf: Pdf, node: Dict): readonly Page[] =>
  nameIn(node.get('Type')) === 'Page'
    ? [
        {
          dict: node,
          content:
            pdf.list(node.get('Contents')).length > 1
              ? pdf.list(node.get('Contents')).map(pdf.streamOf).join('\n')
              : pdf.streamOf(node.get('Contents')),
        },
      ]
    : pdf.list(node.get('Kids')).flatMap((kid) => pagesOf(pdf, pdf.dict(kid)))

const operator =
  /(\/Artifact\b[\s\S]{0,400}?\bB(?:DC|MC)\b)|\/MCID (\d+)[^<>]*>>\s*BDC\b|\b(BDC|BMC)\b|\b(EMC)\b|\b(Tj|TJ|Do)\b|(?<=\s)(f\*?|S|s|B\*?|b\*?|F|sh)(?=\s)|\((?:\\[\s\S]|[^()\\])*\)|<[0-9A-Fa-f]+>/g

type Step = { readonly kind: 'artifact' | 'marked' | 'other' | 'end' | 'shown'; readonly mark: number }

const stepsOf = (content: string): readonly Step[] =>
  [...content.matchAll(operator)].flatMap(([, artifact, mark, other, end, text, paint]): readonly Step[] => {
    if (artifact !== undefined) return [{ kind: 'artifact', mark: -1 }]
    if (mark !== undefined) return [{ kind: 'marked', mark: Number(mark) }]
    if (other !== undefined) return [{ kind: 'other', mark: -1 }]
    if (end !== undefined) return [{ kind: 'end', mark: -1 }]
    return (text ?? paint) === undefined ? [] : [{ kind: 'shown', mark: -1 }]
  })

const isApart = (kind: Step['kind'], open: readonly Step['kind'][]): boolean =>
  (kind === 'artifact' && open.includes('marked')) || (kind === 'marked' && open.includes('artifact'))

/** What a page shows outside any mark, and the marks that it sets. */
const marksOn = ({ content }: Page) => {
  const open: Step['kind'][] = []
  const marks: number[] = []
  let [bare, mixed] = [0, 0]
  for (const { kind, mark } of stepsOf(content)) {
    if (isApart(kind, open)) mixed += 1
    if (kind === 'marked') marks.push(mark)
    if (kind === 'end') open.pop()
    else if (kind !== 'shown') open.push(kind)
    else if (open.every((each) => each === 'other')) bare += 1
  }
  return { bare, mixed, marks }
}

const parentsOf = (pdf: Pdf, root: Dict): ReadonlyMap<number, Value> => {
  const numbers = (node: Dict): readonly Value[] => [
    ...pdf.list(node.get('Nums')),
    ...pdf.list(node.get('Kids')).flatMap((kid) => numbers(pdf.dict(kid))),
  ]
  const all = numbers(pdf.dict(root.get('ParentTree')))
  return new Map(
    all.flatMap((key, at) => (at % 2 === 0 && typeof key === 'number' ? [[key, all[at + 1] ?? null] as const] : [])),
  )
}

const contents = (
  pdf: Pdf,
  root: Dict,
  { pages, all }: { readonly pages: readonly Page[]; readonly all: readonly Element[] },
): readonly string[] => {
  const parents = parentsOf(pdf, root)
  const byId = new Map(all.map((element) => [element.id, element]))
  return pages.flatMap((page, n) => {
    const { bare, mixed, marks } = marksOn(page)
    const key = page.dict.get('StructParents')
    const owners = typeof key === 'number' ? pdf.list(parents.get(key)) : []
    const lost = marks.filter((mark) => {
      const owner = owners[mark]
      return !(isRef(owner) && byId.get(owner.ref)?.marks.includes(mark))
    })
    return [
      ...(bare > 0
        ? [`01-005 page ${n + 1} shows ${bare} things that are neither tagged nor marked as decoration`]
        : []),
      ...(mixed > 0 ? [`01-003 page ${n + 1} mixes decoration with what is tagged`] : []),
      ...(new Set(marks).size === marks.length ? [] : [`01-006 page ${n + 1} uses a mark twice`]),
      ...(lost.length > 0 ? [`01-006 page ${n + 1} has ${lost.length} marks that no element of the tree holds`] : []),
    ]
  })
}

const links = (
  pdf: Pdf,
  { pages, all }: { readonly pages: readonly Page[]; readonly all: readonly Element[] },
): readonly string[] => {
  const tagged = new Map(all.flatMap(({ tag, annotations }) => annotations.map((id) => [id, tag] as const)))
  return pages.flatMap(({ dict }, n) => {
    const annotations = pdf.list(dict.get('Annots')).filter(isRef)
    return [
      ...(annotations.length > 0 && nameIn(dict.get('Tabs')) !== 'S'
        ? [`28-002 page ${n + 1} does not say in which order its links come`]
        : []),
      ...annotations.flatMap((each) => {
        const of = pdf.dict(each)
        const isLink = nameIn(of.get('Subtype')) === 'Link'
        return [
          ...(isLink && tagged.get(each.ref) !== 'Link' ? [`28-011 a link of page ${n + 1} is not tagged`] : []),
          ...(isLink && !String(pdf.at(of.get('Contents')) ?? '')
            ? [`28-012 a link of page ${n + 1} says nothing in words`]
            : []),
        ]
      }),
    ]
  })
}

const fonts = (pdf: Pdf): readonly string[] =>
  [...pdf.objects.values()].flatMap(({ value }) => {
    if (!isDict(value) || nameIn(value.get('Type')) !== 'Font') return []
    const descriptor = pdf.dict(value.get('FontDescriptor'))
    const name = nameIn(value.get('BaseFont'))
    return [
      ...(nameIn(value.get('Subtype')) === 'Type0' && !value.has('ToUnicode')
        ? [`10-001 ${name} does not say its letters`]
        : []),
      ...(value.has('FontDescriptor') && !['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key))
        ? [`31-009 ${name} is not in the file`]
        : []),
    ]
  })

const metadata = (pdf: Pdf, catalog: Dict): readonly string[] => {
  const said = pdf.streamOf(catalog.get('Metadata'))
  const shows = pdf.at(pdf.dict(catalog.get('ViewerPreferences')).get('DisplayDocTitle'))
  return [
    ...(/<pdfuaid:part>1</.test(said) ? [] : ['05-001 it does not name its standard']),
    ...(/<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+</.test(said) ? [] : ['06-003 it has no title']),
    ...(shows === true ? [] : ['07-001 it does not show its title']),
    ...(pdf.at(pdf.dict(catalog.get('MarkInfo')).get('Marked')) === true ? [] : ['01-007 it is not marked as tagged']),
    ...(pdf.at(catalog.get('Lang')) === 'en-GB' ? [] : ['11-006 it does not say its language']),
  ]
}

const parents = (all: readonly Element[]): readonly string[] =>
  all.flatMap(({ dict, parent, tag }) => {
    const said = dict.get('P')
    return parent === null || (isRef(said) && said.ref === parent.id) ? [] : [`01-006 ${tag} names another parent`]
  })

/** The elements of the structure tree of a file, in the order in which they are read. */
export const elementsOf = (file: Buffer): readonly Element[] => {
  const pdf = readPdf(file)
  return inReadingOrder(treeOf(pdf, pdf.dict(pdf.dict(pdf.trailer.get('Root')).get('StructTreeRoot'))))
}

/** Why a file is no accessible PDF, as far as its objects tell. */
export const faultsOfStructure = (file: Buffer): readonly string[] => {
  const pdf = readPdf(file)
  const catalog = pdf.dict(pdf.trailer.get('Root'))
  const root = pdf.dict(catalog.get('StructTreeRoot'))
  const all = inReadingOrder(treeOf(pdf, root))
  const pages = pagesOf(pdf, pdf.dict(catalog.get('Pages')))
  return [
    ...(all.length > 0 && pages.length > 0 ? [] : ['01-005 it has no structure']),
    ...metadata(pdf, catalog),
    ...roles(pdf, root),
    ...parents(all),
    ...nesting(all),
    ...headings(all),
    ...described(pdf, all),
    ...contents(pdf, root, { pages, all }),
    ...links(pdf, { pages, all }),
    ...fonts(pdf),
  ]
}
