import type { House } from '#platform/house.ts'
import type { Jobs } from '#platform/jobs/index.ts'
import { expireOffer } from './expire-offer.ts'
import { remind } from './remind.ts'
import { tellNews } from './tell-news.ts'

export const jobs = (house: House): Jobs => ({
  'registrations.remind': async (payload) => {
    const centre = Number(payload.centre)
    await house.inWork({ kind: 'system', centre }, (work) =>
      remind(work, {
        centre,
        registration: Number(payload.registration),
        date: payload.date ? Number(payload.date) : null,
      }),
    )
  },
  'registrations.expire-offer': async ({ centre, registration }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) =>
      expireOffer(work, { registrationId: Number(registration) }),
    )
  },
  'registrations.tell-session': async (payload) => {
    const centre = Number(payload.centre)
    const command = { centre, session: Number(payload.session), revision: Number(payload.revision) }
    await house.inWork({ kind: 'system', centre }, (work) => tellNews(work, command))
  },
})
