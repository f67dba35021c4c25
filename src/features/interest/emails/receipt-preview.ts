import type { Letter } from '../../../platform/mail/index.ts'
import type { Offer } from '../../offers/index.ts'
import { receivedLetter } from './asking.email.ts'

/** What somebody reads for whom the hub has entered a request, before anybody is written to. */
export const receiptForPreview = ({ hub, project, requestWord, contactEmail }: Offer): Letter =>
  receivedLetter(
    {
      hub,
      projectTitle: project.title,
      requestWord,
      contactEmail,
      organisation: { name: '[the school]' },
      sender: { name: '[the person]' },
      headteacher: { name: null },
      status: 'confirmed',
      enteredByHub: true,
    },
    '',
  )
