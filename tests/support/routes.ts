/** Everybody who may ask: centre A is Saint-Ouen, centre B is Roubaix. */
export const actors = [
  'visitor',
  'receptionist of A',
  'facilitator of A',
  'coordinator of A',
  'partner of A',
  'receptionist of B',
  'facilitator of B',
  'coordinator of B',
  'partner of B',
  'network manager',
] as const
export type Actor = (typeof actors)[number]

/** Who gets what from a page of the team, asked with the numbers of centre A; a visitor is sent to sign in. */
export type Row = Partial<Record<Actor, number>> & { others: number }
const ofTheDoor: Row = {
  visitor: 303,
  'receptionist of A': 200,
  'facilitator of A': 200,
  'coordinator of A': 200,
  'network manager': 403,
  'partner of A': 403,
  'partner of B': 403,
  others: 404,
}
/** Pages of coordinators. `shown` for who is of centre A; another centre's number is unknown. */
const ofCoordinators = (shown = 200, elsewhere = 404): Row => ({
  visitor: 303,
  'coordinator of A': shown,
  'coordinator of B': elsewhere,
  others: 403,
})
const acting: Row = {
  ...ofTheDoor,
  'receptionist of A': 303,
  'facilitator of A': 303,
  'coordinator of A': 303,
}

/** Pages of the catalogue: of coordinators, and of the network manager. The activity asked for is the network's. */
const ofTheCatalogue = (asked = 200, manager = asked): Row => ({
  visitor: 303,
  'coordinator of A': asked,
  'coordinator of B': asked,
  'network manager': manager,
  others: 403,
})

/** Pages of the team. A route of the team that is missing here fails the test. */
export const ofTheTeam: Record<string, { row: Row; form?: Record<string, string> }> = {
  'GET /desk': { row: { visitor: 303, 'partner of A': 403, 'partner of B': 403, others: 200 } },
  'GET /desk/messages': {
    row: {
      visitor: 303,
      'facilitator of A': 403,
      'facilitator of B': 403,
      'partner of A': 403,
      'partner of B': 403,
      'network manager': 403,
      others: 200,
    },
  },
  'GET /desk/sessions/:id': { row: ofTheDoor },
  'GET /desk/sessions/:id/sheet': { row: ofTheDoor },
  'POST /desk/sessions/:id/admissions': { row: acting, form: { registration: '{registration}' } },
  'POST /desk/sessions/:id/marks': { row: acting, form: { registration: '{registration}', mark: 'present' } },
  'POST /desk/sessions/:id/walk-ins': { row: acting, form: { name: 'Dominique' } },
  'POST /desk/sessions/:id/headcounts': { row: acting, form: { people: '4' } },
  'POST /desk/call-backs/:id/done': {
    row: {
      visitor: 303,
      'receptionist of A': 303,
      'coordinator of A': 303,
      'facilitator of A': 403,
      'facilitator of B': 403,
      'partner of A': 403,
      'partner of B': 403,
      'network manager': 403,
      others: 404,
    },
  },
  'GET /plan': { row: ofCoordinators(200, 200) },
  'GET /plan/activities': { row: ofTheCatalogue() },
  'GET /plan/activities.csv': { row: ofTheCatalogue() },
  'GET /plan/activities/import': { row: ofTheCatalogue() },
  'GET /plan/activities/new': { row: ofTheCatalogue() },
  'GET /plan/activities/:id': { row: ofTheCatalogue() },
  'POST /plan/activities': { row: ofTheCatalogue(422) },
  'POST /plan/activities/import': { row: ofTheCatalogue(422) },
  'POST /plan/activities/imports': { row: ofTheCatalogue(422) },
  'POST /plan/activities/:id': { row: ofTheCatalogue(403, 422) },
  'POST /plan/activities/:id/copies': { row: ofTheCatalogue(303) },
  'POST /plan/activities/:id/status': { row: ofTheCatalogue(403, 409) },
  'GET /plan/new': { row: ofCoordinators(200, 200) },
  'GET /plan/new/dates': { row: ofCoordinators(422, 422) },
  'POST /plan/series': { row: ofCoordinators(422, 422) },
  'POST /plan/publications': {
    row: ofCoordinators(303, 303),
    form: { sessions: '{session}', back: '/plan' },
  },
  'GET /plan/sessions/:id': { row: ofCoordinators() },
  'GET /plan/sessions/:id/move': { row: ofCoordinators(422, 404) },
  'GET /plan/sessions/:id/cancel': { row: ofCoordinators() },
  'POST /plan/sessions/:id/moves': { row: ofCoordinators(422, 404) },
  'POST /plan/sessions/:id/hosts': { row: ofCoordinators(303, 404) },
  'POST /plan/sessions/:id/seats': { row: ofCoordinators(303, 404), form: { capacity: '12' } },
  'POST /plan/sessions/:id/copies': {
    row: ofCoordinators(303, 404),
    form: { day: '2027-03-02', hour: '10:00' },
  },
  'POST /plan/sessions/:id/cancellations': { row: ofCoordinators(303, 404), form: { scope: 'one' } },
}

/** Pages and forms anybody may ask, signed in or not. */
export const ofEverybody = [
  'GET /',
  'GET /accessibility',
  'GET /call-backs',
  'GET /call-backs/thanks',
  'GET /feeds/sessions.ics',
  'GET /healthz',
  'GET /islands/:file',
  'GET /metrics',
  'GET /places',
  'GET /places/:id',
  'GET /privacy',
  'GET /r/:token',
  'GET /readyz',
  'GET /registrations/:token',
  'GET /registrations/:token/:gesture',
  'GET /registrations/:token/session.ics',
  'GET /s/:code',
  'GET /sessions',
  'GET /sessions/:file',
  'GET /sessions/:id',
  'GET /sessions/:id/registrations',
  'GET /sign-in',
  'GET /sign-in/code',
  'GET /sign-in/codes',
  'GET /stops',
  'POST /call-backs',
  'POST /registrations/:token/acceptance',
  'POST /registrations/:token/cancellation',
  'POST /registrations/:token/party',
  'POST /sessions/:id/registrations',
  'POST /sign-in',
  'POST /sign-in/codes',
  'POST /sign-in/demo',
  'POST /sign-out',
]
