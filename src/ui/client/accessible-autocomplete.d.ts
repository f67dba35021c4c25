declare module 'accessible-autocomplete' {
  type Options<Suggestion> = {
    element: HTMLElement
    id: string
    name: string
    source: (typed: string, show: (found: readonly Suggestion[]) => void) => void
    templates: {
      inputValue: (suggestion?: Suggestion) => string
      suggestion: (suggestion: Suggestion) => string
    }
    onConfirm: (suggestion?: Suggestion) => void
    defaultValue: string
    minLength: number
    confirmOnBlur: boolean
    showNoOptionsFound: boolean
    inputClasses: string
    displayMenu: 'overlay' | 'inline'
  }
  export const accessibleAutocomplete: <Suggestion>(options: Options<Suggestion>) => void
}
