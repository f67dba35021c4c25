import type { Context } from '../../../src/platform/context.ts'
import type { Transaction } from '../../../src/platform/database/index.ts'
import type { Directory } from '../directory.ts'
import { playAgreements } from './agreements.ts'
import { playAskedElsewhere } from './asked-elsewhere.ts'
import { playCommunity } from './community.ts'
import { composeRules } from './composed-rules.ts'
import { playControllers } from './controllers.ts'
import { playDaysThatMatter } from './days-that-matter.ts'
import { playDeciding } from './deciding.ts'
import { playEarlierGroups } from './earlier-groups.ts'
import { playElsewhere } from './elsewhere.ts'
import { playEmbedding } from './embedding.ts'
import { playForms } from './forms.ts'
import { playGrants } from './grants.ts'
import { playGroupPages } from './group-pages.ts'
import { playHubsOverTime } from './hubs-over-time.ts'
import { playIttProviders } from './itt.ts'
import { playMailBeforeSessions } from './mail-before-sessions.ts'
import { playMailThatFails } from './mail-that-fails.ts'
import { playMergedGroups } from './merged-groups.ts'
import { playMovedOver } from './moved-over.ts'
import { playNamesLater } from './names-later.ts'
import { playNationalWriting } from './national-writing.ts'
import { playOwnData } from './own-data.ts'
import { playOwnDrafts } from './own-drafts.ts'
import { playOwnRules } from './own-rules.ts'
import { playOwnTexts } from './own-texts.ts'
import { playPartnersAsked } from './partners-asked.ts'
import { playPassingOn } from './passing-on.ts'
import { playDetails, playPeopleOverTime } from './people-over-time.ts'
import { playPeopleWhoLeave } from './people-who-leave.ts'
import { playPlanningAYear } from './planning-a-year.ts'
import { settlePost } from './post-of-the-past.ts'
import { playPrintedFlyers } from './printed-flyers.ts'
import { playRecruiting } from './recruiting.ts'
import { playRegistersAtWork } from './registers-at-work.ts'
import { openScene } from './scene.ts'
import { playSubjectKnowledge } from './subject-knowledge.ts'
import { playSubjectLeaders } from './subject-leaders.ts'
import { playSustaining } from './sustaining.ts'
import { playTargets } from './targets.ts'
import { playToBePlaced } from './to-be-placed.ts'
import { playTwins } from './twins.ts'
import { playWaitingForDates } from './waiting-for-dates.ts'
import { playWhoComes } from './who-comes.ts'
import { playYearsLaidOut } from './years-laid-out.ts'

/** Plays what the hubs, schools and leads did up to the morning on which the demonstration begins. */
export const playTheYears = async (context: Context, tx: Transaction, ids: Directory): Promise<void> => {
  const scene = openScene(context, tx, ids)
  await playDetails(scene)
  await playHubsOverTime(scene)
  await playEarlierGroups(scene)
  await playEmbedding(scene)
  await playSubjectKnowledge(scene)
  await playSubjectLeaders(scene)
  await playSustaining(scene)
  await playIttProviders(scene)
  await playCommunity(scene)
  await playRegistersAtWork(scene)
  await playToBePlaced(scene)
  await playElsewhere(scene)
  await playMovedOver(scene)
  await playPeopleOverTime(scene)
  await playTwins(scene)
  await playControllers(scene)
  await playOwnData(scene)
  await playOwnDrafts(scene)
  await playNationalWriting(scene)
  await composeRules(scene)
  await playForms(scene)
  await playAgreements(scene)
  await playNamesLater(scene)
  await playGrants(scene)
  await playTargets(scene)
  await playDaysThatMatter(scene)
  await playPlanningAYear(scene)
  await playYearsLaidOut(scene)
  await playPrintedFlyers(scene)
  await playOwnTexts(scene)
  await playOwnRules(scene)
  await playWaitingForDates(scene)
  await playDeciding(scene)
  await playPassingOn(scene)
  await playRecruiting(scene)
  await playMergedGroups(scene)
  await playPartnersAsked(scene)
  await playWhoComes(scene)
  await playPeopleWhoLeave(scene)
  await playAskedElsewhere(scene)
  await playMailBeforeSessions(scene)
  await playGroupPages(scene)
  await playMailThatFails(scene)
  await settlePost(tx)
}
