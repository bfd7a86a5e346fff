import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { words } from '../words.ts'

/** Somebody to call back, with the number opened for whoever will call. */
export interface Call {
  id: number
  name: string
  phone: string
  near: string
  askedAt: Temporal.ZonedDateTime
}

/** Who waits for a call: a number to press, and a button once it is done. */
export const Calls = ({ lang, calls }: { readonly lang: Language; readonly calls: readonly Call[] }) => {
  const t = words(lang)
  return (
    <section class="stack" aria-labelledby="calls">
      <h2 id="calls">{t('calls')}</h2>
      {calls.length === 0 && <p>{t('callsNone')}</p>}
      {calls.length > 0 && (
        <ul class="wl">
          {calls.map((call) => (
            <li key={call.id}>
              <span>
                <b>
                  <bdi>{call.name}</bdi>
                </b>{' '}
                <PhoneLink number={asSaid(call.phone)} />
                <small>
                  {call.near && (
                    <>
                      <bdi>{call.near}</bdi>
                      {' · '}
                    </>
                  )}
                  {t('callSince', { date: sayDate(lang, call.askedAt) })}
                </small>
              </span>
              <form method="post" action={`/desk/call-backs/${call.id}/done`}>
                <Button alt icon="ok">
                  {t('callDone')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A French number as it is said, by twos: « 06 39 98 44 44 »; others as they are dialled. */
const asSaid = (phone: string): string =>
  phone.startsWith('+33') ? `0${phone.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : phone
