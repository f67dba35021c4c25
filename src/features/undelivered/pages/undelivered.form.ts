import { z } from 'zod'
import { emailField } from '../../details/index.ts'

export const proposedForm = z.object({ address: emailField })
