/** What stands around every page: who is signed in, where they are, and what the installation has to say. */
export type Frame = {
  readonly serviceName: string
  readonly networkName: string
  readonly path: string
  readonly signedInAs: { readonly name: string } | null
  readonly navigation: readonly { readonly label: string; readonly href: string; readonly current: boolean }[]
  readonly demonstration: { readonly clock: string } | null
  /** Whoever acts for somebody else is told so on every page. */
  readonly acting?: { readonly by: string; readonly for: string; readonly minutesLeft: number } | null
  readonly notice: string | null
  /** A page that lies on a device says nothing of whoever opened it last, nor asks anybody to sign in. */
  readonly isKept?: boolean
  /** On a page opened by a mailed link: where to say that it was sent to the wrong person. */
  readonly mistakenAt?: string | null
}
