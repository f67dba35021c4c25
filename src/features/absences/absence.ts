/** A charge for not coming that is asked for, with the mark it rests on. */
export type Charged = { readonly id: string; readonly mark: string }

/** What the register says of one participant whom a charge is asked for. */
export type Standing = { readonly charge: Charged; readonly marks: readonly string[] }

/**
 * Whether a charge has lost what it rests on: some mark stands, and none of them is its own. While two marks stand
 * beside each other nobody has settled which holds, and the charge waits for that.
 */
export const isCorrected = ({ charge, marks }: Standing): boolean => marks.length > 0 && !marks.includes(charge.mark)

export const whyTakenBack = 'The register was corrected: the mark this charge rested on stands no longer.'
