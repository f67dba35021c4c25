/** What can happen to cancellations and charges, and the sentence shown in the history. */
export const chargeEvents = {
  'session.cancelled-by-participant': 'gave notice not to come to a session',
  'session.cancellation-taken-back': 'took notice back: they come to the session after all',
  'place.given-up': 'gave up the place for all further sessions',
  'session.agreed-to': 'agreed to the new date of a session',
  'charge.proposed': 'a charge was proposed',
  'charge.confirmed': 'confirmed the charge',
  'charge.waived': 'waived the charge',
  'charge.paid': 'noted the charge as paid',
  'charge.credited': 'credited the charge',
  'charge.taken-back': 'the charge was taken back: the register was corrected',
  'charge.payment-noted': 'noted money that came or went for the charge',
  'charge.decision-undone': 'undid the decision: the charge is proposed as before',
  'charge-act.carried-out': 'decided about several charges at once',
  'charge-act.undone': 'undid a decision about several charges',
} as const
