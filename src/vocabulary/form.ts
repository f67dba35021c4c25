/** One thing wrong with what was typed: the field's name and how to put it right. */
export type FieldError = { readonly field: string; readonly message: string }

/** What was typed, as it came, so that the form can be drawn again with nothing lost. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A form read: its value, or every error at once. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly typed: Typed }
