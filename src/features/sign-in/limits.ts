/** Mails for one address, whether it is known or not. */
export const mailsForAnAddress = {
  kind: 'sign-in-mail',
  most: 6,
  minutes: 60,
  sentence:
    'Six mails have been asked for with this address within an hour. Use the newest one, and look in the junk folder. You can ask again when the hour is over.',
}

/** Codes typed for one address, whether it is known or not. */
export const codesForAnAddress = {
  kind: 'sign-in-code',
  most: 10,
  minutes: 15,
  sentence: 'Too many codes have been typed for this address. Open the link in the mail, or wait a quarter of an hour.',
}

/** Tries of any kind from one place. Everybody in a staff room may come from the same place, so there is room for many. */
export const signInsFrom = (mostForms: number) => ({
  kind: 'sign-in-from',
  most: Math.ceil(mostForms / 2),
  minutes: 10,
  sentence: 'Too many tries to sign in have come from where you are. Wait ten minutes, then try again.',
})

/** Passkeys that one person may keep. */
export const mostPasskeys = 20
