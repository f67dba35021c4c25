export type StartingText = {
  readonly key: string
  readonly title: string
  readonly subject: string
  readonly body: string
}

/** What hubs most often write, to begin with: a hub changes them to its own words. */
export const startingTexts: readonly StartingText[] = [
  {
    key: 'who-will-come',
    title: 'Ask who will come',
    subject: 'who will come to {project}?',
    body: 'Thank you for asking for {school} to join {project}. Before we form the groups we need to know who would come.\n\nPlease name them on the page of your request:\n{status link}',
  },
  {
    key: 'agreement-outstanding',
    title: 'Remind of the agreement',
    subject: 'an agreement is still missing',
    body: 'Your request for {school} to join {project} still waits for the agreement of whoever was asked to give it. We cannot give you a place until they have agreed.\n\nCould you speak with them, and ask them to look for our mail? If the address was wrong, write to {contact} and we put it right.',
  },
  {
    key: 'dates-known',
    title: 'Tell the dates',
    subject: 'the dates of {project}',
    body: 'These are the dates of {project}:\n\n{dates}\n\nIf one of them does not suit {school}, write to {contact} soon, while places can still be changed.',
  },
  {
    key: 'decision-later',
    title: 'Say that the decision takes longer',
    subject: 'we have not forgotten you',
    body: 'More schools have asked for {project} than we expected, and we are still putting the groups together. {school} is among those we decide about.\n\nYou need do nothing. You can see at any time where your request stands:\n{status link}',
  },
  {
    key: 'another-question',
    title: 'Ask them to get in touch',
    subject: 'a question about your request',
    body: 'We would like to speak with you about the request of {school} for {project} before we decide.\n\nPlease write to {contact} and say when we can reach you.',
  },
]
