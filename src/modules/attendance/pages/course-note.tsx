import type { Language } from '#platform/i18n/index.ts'
import { sayMoment } from '#platform/i18n/index.ts'
import type { RollCall } from '../read-roll-call.ts'
import { words } from '../words.ts'

/** Which date of the course this is, the way to the others, and what an absence does not do; nothing for a session alone. */
export const CourseNote = ({ lang, call }: { readonly lang: Language; readonly call: RollCall }) => {
  const t = words(lang)
  const { session, dates } = call
  if (dates.length < 2) return null
  const others = dates.filter(({ id, status }) => id !== session.id && status !== 'cancelled')
  return (
    <div class="noprint">
      <p>
        <b>
          {t('dateOf', { index: dates.findIndex(({ id }) => id === session.id) + 1, count: dates.length })}
        </b>{' '}
        {t('keepsChair')}
      </p>
      <p>
        {t('courseDates')}{' '}
        {others.map(({ id, start }, i) => (
          <>
            {i > 0 && ' · '}
            <a key={id} href={`/desk/sessions/${id}`}>
              {sayMoment(lang, start)}
            </a>
          </>
        ))}
      </p>
    </div>
  )
}
