import { sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { words } from '../words.ts'
import type { MatchProps } from './seen-match.ts'

/** The meetings of a match, each with what may still be answered to it. */
export const Meetings = ({ lang, side, address, seen, zone }: MatchProps) => {
  const t = words(lang)
  return (
    <>
      <h3>{t('meetings')}</h3>
      {seen.meetings.length === 0 && <p>{t('noMeetings')}</p>}
      <ul class="stack">
        {seen.meetings.map((meeting) => {
          const open = meeting.status === 'proposed' || meeting.status === 'agreed'
          return (
            <li key={meeting.id}>
              <b>{sayMoment(lang, meeting.startsAt.toZonedDateTimeISO(zone))}</b> · {t(`how.${meeting.how}`)}{' '}
              ·{' '}
              {meeting.status === 'held'
                ? t('meeting.held', { minutes: meeting.minutes ?? 0 })
                : t(`meeting.${meeting.status as 'proposed' | 'agreed'}`)}
              {meeting.nextStep && ` · ${t('thenNext', { step: t(`next.${meeting.nextStep}`) })}`}
              {seen.words.has(meeting.id) && (
                <>
                  {' '}
                  · <bdi>{seen.words.get(meeting.id)}</bdi>
                </>
              )}
              {open && (
                <Form action={`${address}/answers`} class="noprint">
                  <input type="hidden" name="meeting" value={meeting.id} />
                  <p class="row">
                    {meeting.status === 'proposed' && meeting.saidBy !== side && (
                      <Button name="answer" value="agree" icon="ok">
                        {t('agree')}
                      </Button>
                    )}
                    <Button alt name="answer" value="call-off">
                      {t('callOff')}
                    </Button>
                  </p>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
