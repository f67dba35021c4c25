declare module 'govuk-frontend' {
  /** Starts every component on the page that says it is one. */
  export const initAll: () => void
}
