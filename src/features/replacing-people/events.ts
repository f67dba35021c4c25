/** What can happen when somebody who took part has left, and the sentence shown in the history. */
export const replacingPeopleEvents = {
  'successor.asked': 'The school was asked who follows somebody who has left',
  'successor.reminded': 'The school was reminded to name who follows',
  'successor.day-set': 'The day by which a successor is named was changed',
  'successor.overdue': 'Nobody was named by the day as a successor',
  'successor.named': 'The school named who follows somebody who has left',
  'successor.nobody': 'The school said that nobody follows somebody who has left',
  'exception.asked':
    'The school asked the hub to let somebody follow, though the project keeps the same people all year',
  'exception.granted': 'The hub lets somebody follow, though the project keeps the same people all year',
  'exception.refused': 'The hub lets nobody follow: the project keeps the same people all year',
  'successor.settled': 'It was settled that nobody follows somebody who has left',
} as const
