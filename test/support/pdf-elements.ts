// The structure tree of a tagged PDF.
import { type Dict, isRef, nameIn, type Pdf, type Ref, type Value } from './pdf-objects.ts'

/** An element of the structure tree, in the order in which it is read. */
export type Element = {
  readonly id: number
  readonly tag: string
  readonly dict: Dict
  readonly parent: Element | null
  readonly children: readonly Element[]
  readonly marks: readonly number[]
  readonly annotations: readonly number[]
}

/** The types of elements that every reader knows. */
export const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD
   THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(
    /\s+/,
  ),
)

// What an element shows itself: marks of the page, and links.
const shownBy = (pdf: Pdf, kids: readonly Value[]): Pick<Element, 'marks' | 'annotations'> => {
  const marks = kids.flatMap((kid) => {
    const mark = typeof kid === 'number' ? kid : pdf.dict(kid).get('MCID')
    return typeof mark === 'number' ? [mark] : []
  })
  const annotations = kids.flatMap((kid) => {
    const annotation = nameIn(pdf.dict(kid).get('Type')) === 'OBJR' ? pdf.dict(kid).get('Obj') : null
    return isRef(annotation) ? [annotation.ref] : []
  })
  return { marks, annotations }
}

/** The structure tree of a file. */
export const treeOf = (pdf: Pdf, root: Dict): readonly Element[] => {
  const roles = pdf.dict(root.get('RoleMap'))
  const tagOf = (dict: Dict): string => {
    const said = nameIn(dict.get('S'))
    return standard.has(said) ? said : nameIn(roles.get(said)) || said
  }
  const elementOf = (ref: Ref, parent: Element | null): Element => {
    const dict = pdf.dict(ref)
    const kids = pdf.list(dict.get('K'))
    const children: Element[] = []
    const made = { id: ref.ref, tag: tagOf(dict), dict, parent, children, ...shownBy(pdf, kids) }
    children.push(...kids.flatMap((kid) => (isRef(kid) && pdf.dict(kid).has('S') ? [elementOf(kid, made)] : [])))
    return made
  }
  return pdf.list(root.get('K')).flatMap((kid) => (isRef(kid) ? [elementOf(kid, null)] : []))
}

/** The elements of a tree as they are read. */
export const inReadingOrder = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => [element, ...inReadingOrder(element.children)])
