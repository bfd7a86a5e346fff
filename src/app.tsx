import * as accessCommands from '#modules/access/cli.ts'
import { keyOf } from '#modules/access/index.ts'
import * as accessJobs from '#modules/access/jobs.ts'
import * as accessMessages from '#modules/access/messages.ts'
import * as access from '#modules/access/routes.tsx'
import * as attendance from '#modules/attendance/routes.tsx'
import * as badgesCommands from '#modules/badges/cli.ts'
import * as badgesJobs from '#modules/badges/jobs.ts'
import * as badges from '#modules/badges/routes.tsx'
import * as boardApi from '#modules/board/api.ts'
import * as boardJobs from '#modules/board/jobs.ts'
import * as boardMessages from '#modules/board/messages.ts'
import * as board from '#modules/board/routes.tsx'
import * as discoveryApi from '#modules/discovery/api.ts'
import * as discoveryCommands from '#modules/discovery/cli.ts'
import * as discovery from '#modules/discovery/routes.tsx'
import * as publicStops from '#modules/discovery/stop-routes.tsx'
import * as exercises from '#modules/exercises/routes.tsx'
import * as fablabApi from '#modules/fablab/api.ts'
import * as fablabJobs from '#modules/fablab/jobs.ts'
import { labRoutes } from '#modules/fablab/lab-routes.tsx'
import { makerRoutes } from '#modules/fablab/makers-routes.tsx'
import * as fablabMessages from '#modules/fablab/messages.ts'
import { aloneRoutes } from '#modules/games/alone-routes.tsx'
import * as gamesJobs from '#modules/games/jobs.ts'
import { liveRoutes } from '#modules/games/live-routes.ts'
import * as gamesMessages from '#modules/games/messages.ts'
import { packRoutes } from '#modules/games/pack-routes.tsx'
import * as learningJobs from '#modules/learning/jobs.ts'
import * as learningMessages from '#modules/learning/messages.ts'
import * as learning from '#modules/learning/routes.tsx'
import * as mentoringJobs from '#modules/mentoring/jobs.ts'
import * as mentoringMessages from '#modules/mentoring/messages.ts'
import * as mentoring from '#modules/mentoring/routes.tsx'
import * as messagingJobs from '#modules/messaging/jobs.ts'
import * as messaging from '#modules/messaging/routes.tsx'
import * as networkCommands from '#modules/network/cli.ts'
import * as networkJobs from '#modules/network/jobs.ts'
import * as kits from '#modules/network/kit-routes.tsx'
import * as partnerMessages from '#modules/network/organisation-messages.ts'
import * as partners from '#modules/network/organisation-routes.tsx'
import { settingsRoutes } from '#modules/network/settings-routes.tsx'
import * as networkMessages from '#modules/network/stop-messages.ts'
import * as peopleJobs from '#modules/people/jobs.ts'
import * as callJobs from '#modules/planning/call-jobs.ts'
import * as callMessages from '#modules/planning/call-messages.ts'
import { callRoutes } from '#modules/planning/call-routes.tsx'
import * as fillJobs from '#modules/planning/fill-jobs.ts'
import { fillRoutes } from '#modules/planning/fill-routes.tsx'
import { followJobs } from '#modules/planning/follow.ts'
import * as importJobs from '#modules/planning/import-jobs.ts'
import { importRoutes } from '#modules/planning/import-routes.tsx'
import * as proposalJobs from '#modules/planning/proposal-jobs.ts'
import * as proposalMessages from '#modules/planning/proposal-messages.ts'
import * as proposals from '#modules/planning/proposal-routes.tsx'
import * as rounds from '#modules/planning/round-routes.tsx'
import * as planning from '#modules/planning/routes.tsx'
import * as stops from '#modules/planning/stop-routes.tsx'
import * as printJobs from '#modules/print/jobs.ts'
import * as print from '#modules/print/routes.tsx'
import * as activityCommands from '#modules/programme/activity-cli.ts'
import * as activities from '#modules/programme/activity-routes.tsx'
import * as programmeApi from '#modules/programme/api.ts'
import * as feeds from '#modules/programme/feeds.ts'
import { openData } from '#modules/programme/open-data-routes.ts'
import * as projectsApi from '#modules/projects/api.ts'
import { countMade } from '#modules/projects/index.ts'
import * as projectsJobs from '#modules/projects/jobs.ts'
import * as projectsMessages from '#modules/projects/messages.ts'
import * as projects from '#modules/projects/routes.tsx'
import * as registrationsApi from '#modules/registrations/api.ts'
import * as registrationsJobs from '#modules/registrations/jobs.ts'
import * as registrationsMessages from '#modules/registrations/messages.ts'
import * as registrations from '#modules/registrations/routes.tsx'
import * as shopsJobs from '#modules/shops/jobs.ts'
import * as shopsMessages from '#modules/shops/messages.ts'
import { shopPlanRoutes } from '#modules/shops/shop-plan-routes.tsx'
import { shopRoutes } from '#modules/shops/shop-routes.tsx'
import { shopTeamRoutes } from '#modules/shops/team-routes.tsx'
import * as teamJobs from '#modules/team/jobs.ts'
import * as teamMessages from '#modules/team/messages.ts'
import * as team from '#modules/team/routes.tsx'
import { clinicLinkRoutes } from '#modules/ventures/clinic-link-routes.tsx'
import { clinicRoutes } from '#modules/ventures/clinic-routes.tsx'
import { clinicTeamRoutes } from '#modules/ventures/clinic-team-routes.tsx'
import { cohortTeamRoutes } from '#modules/ventures/cohort-team-routes.tsx'
import { founderLinkRoutes } from '#modules/ventures/founder-link-routes.tsx'
import { founderRoutes } from '#modules/ventures/founder-routes.tsx'
import * as venturesJobs from '#modules/ventures/jobs.ts'
import * as venturesMessages from '#modules/ventures/messages.ts'
import { ventureTeamRoutes } from '#modules/ventures/team-routes.tsx'
import { apiRoutes } from '#platform/api/index.ts'
import * as idempotency from '#platform/api/jobs.ts'
import type { Command } from '#platform/cli.ts'
import type { House } from '#platform/house.ts'
import type { Routes } from '#platform/http/env.ts'
import { health } from '#platform/http/health.ts'
import { createServer } from '#platform/http/server.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import type { Composers } from '#platform/messages/index.ts'
import { styleHashes } from '#ui/styles.ts'
import * as demoCommands from './demo/cli.ts'
import { faults } from './front/faults.tsx'
import * as front from './front/routes.tsx'

/** Everything a machine may ask, below /api/v1. */
export const operations = [
  ...discoveryApi.operations,
  ...programmeApi.operations,
  ...registrationsApi.operations,
  ...fablabApi.operations,
  ...boardApi.operations,
  ...projectsApi.operations,
]

/** Public pages that are the same for everybody, kept for a second. */
const isPublicPage = (path: string) =>
  path === '/' || /^\/(sessions(\/\d+)?|places(\/\d+)?|stops(\/\d+)?|privacy|accessibility)$/.test(path)

const specialPaths = {
  scripted: [
    '/plan',
    // Codes of games, and their numbers: nothing else lies below these two.
    /^\/play\/[A-Za-z0-9]{1,12}(\/screen|\/tablet)?$/,
    /^\/games\/live\/\d{1,9}$/,
    /^\/exercises\/\d{1,9}$/,
    '/skills/questions',
    // The questions of a shop can be heard: a script reads them aloud.
    /^\/shop\/[A-Za-z0-9_-]{22}\/[1-9]$/,
    '/skills/outcome',
    /^\/games\/live\/\d{1,9}\/(?:cards|photos)$/,
  ],
  framed: ['/embed/sessions'],
  crowded: [/^\/play\//],
  boxed: [/^\/exercises\/(?:\d+\/(?:box|files\/.+)|player\/.+)$/, /^\/islands\/exercise-box-/],
}

/** The whole product, module by module, as one server. */
export function createApp(house: House): Routes {
  const modules = [
    health(house),
    discovery.routes(house),
    publicStops.routes(house),
    registrations.routes(house),
    access.routes(house),
    attendance.routes(house),
    messaging.routes(house),
    packRoutes(house),
    liveRoutes(house),
    aloneRoutes(house),
    labRoutes(house, countMade),
    makerRoutes(house),
    exercises.routes(house),
    learning.routes(house),
    badges.routes(house),
    mentoring.routes(house),
    board.routes(house),
    projects.routes(house),
    clinicRoutes(house),
    clinicLinkRoutes(house),
    clinicTeamRoutes(house),
    cohortTeamRoutes(house),
    founderRoutes(house),
    founderLinkRoutes(house),
    ventureTeamRoutes(house),
    shopRoutes(house),
    shopPlanRoutes(house),
    shopTeamRoutes(house),
    planning.routes(house),
    fillRoutes(house),
    print.routes(house),
    stops.routes(house),
    rounds.routes(house),
    partners.routes(house),
    kits.routes(house),
    settingsRoutes(house),
    proposals.routes(house),
    activities.routes(house),
    callRoutes(house),
    importRoutes(house),
    team.routes(house),
    feeds.routes(house),
    openData(house),
    front.routes(house),
    apiRoutes(house, operations, keyOf),
  ]
  return createServer(house, modules, faults(house), isPublicPage, styleHashes(), specialPaths)
}

const composersOf = (house: House): Composers => ({
  ...accessMessages.composers(house),
  ...networkMessages.composers(house),
  ...partnerMessages.composers(house),
  ...proposalMessages.composers(house),
  ...registrationsMessages.composers(house),
  ...teamMessages.composers(house),
  ...callMessages.composers(house),
  ...gamesMessages.composers(house),
  ...shopsMessages.composers(house),
  ...venturesMessages.composers(house),
  ...learningMessages.composers(house),
  ...fablabMessages.composers(house),
  ...boardMessages.composers(house),
  ...projectsMessages.composers(house),
  ...mentoringMessages.composers(house),
})

/** Everything the worker does. */
export const jobsOf = (house: House): Jobs => ({
  ...accessJobs.jobs(house),
  ...networkJobs.jobs(house),
  ...proposalJobs.jobs(house),
  ...peopleJobs.jobs(house),
  ...registrationsJobs.jobs(house),
  ...teamJobs.jobs(house),
  ...callJobs.jobs(house),
  ...importJobs.jobs(house),
  ...messagingJobs.jobs(house, composersOf(house)),
  ...printJobs.jobs(house),
  ...followJobs(house),
  ...fillJobs.jobs(house),
  ...gamesJobs.jobs(house),
  ...learningJobs.jobs(house),
  ...shopsJobs.jobs(house),
  ...venturesJobs.jobs(house),
  ...badgesJobs.jobs(house),
  ...fablabJobs.jobs(house),
  ...boardJobs.jobs(house),
  ...projectsJobs.jobs(house),
  ...mentoringJobs.jobs(house),
  ...idempotency.jobs(house),
})

/** When it does it by itself. */
export const timetable: Timetable = [
  ...accessJobs.timetable,
  ...networkJobs.timetable,
  ...proposalJobs.timetable,
  ...peopleJobs.timetable,
  ...teamJobs.timetable,
  ...callJobs.timetable,
  ...importJobs.timetable,
  ...messagingJobs.timetable,
  ...printJobs.timetable,
  ...fillJobs.timetable,
  ...gamesJobs.timetable,
  ...learningJobs.timetable,
  ...shopsJobs.timetable,
  ...venturesJobs.timetable,
  ...badgesJobs.timetable,
  ...fablabJobs.timetable,
  ...boardJobs.timetable,
  ...projectsJobs.timetable,
  ...mentoringJobs.timetable,
  ...idempotency.timetable,
]

/** Everything the terminal does: `npm run maillage -- <noun> <verb>`. */
export const commands: Record<string, Command> = {
  ...accessCommands.commands,
  ...networkCommands.commands,
  ...discoveryCommands.commands,
  ...activityCommands.commands,
  ...badgesCommands.commands,
  ...demoCommands.commands,
}
