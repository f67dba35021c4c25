/** What can happen to registers, and the sentence shown in the history. */
export const registerEvents = {
  'register.taken': 'took the register',
  'mark.corrected': 'corrected a mark',
  'mark.kept-beside': 'sent a mark that differs from the one that stood',
  'mark.made-oneself': 'said at the session that they were there',
  'mark.settled': 'settled a conflict of marks',
  'mark.set-aside': 'sent marks that could not be taken as they were',
  'mark.taken-up': 'took up a mark that had been set aside',
  'mark.left-out': 'left out a mark that had been set aside',
  'walk-in.noted': 'noted somebody who was not on the register',
  'walk-in.matched': 'said who it was that had not been on the register',
  'walk-in.kept-as-guest': 'kept somebody as a guest of the session',
} as const
