import { sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { words } from '../words.ts'
import { NoteForm, ProposeForm } from './meeting-forms.tsx'
import { Meetings } from './meetings.tsx'
import type { MatchProps } from './seen-match.ts'

/** One match: who, the meetings, proposing one, noting one, and the end of it without blame. */
export const MatchSection = (props: MatchProps) => {
  const { lang, side, seen, zone } = props
  const t = words(lang)
  const { match } = seen
  return (
    <section class="stack" aria-labelledby={`match-${match.id}`}>
      <h2 id={`match-${match.id}`}>
        {t(side === 'founder' ? 'withMentor' : 'withFounder', { name: seen.other })}
      </h2>
      <p>
        {seen.about} {t('since', { date: sayDate(lang, match.tellAt.toZonedDateTimeISO(zone)) })}
      </p>
      <p class="hint">{t('numbers')}</p>
      <Meetings {...props} />
      <ProposeForm {...props} />
      <NoteForm {...props} />
      <details>
        <summary>{t('stopTitle')}</summary>
        <Form action={`${props.address}/stops`}>
          <p>{t('stopSaid')}</p>
          <input type="hidden" name="match" value={match.id} />
          {side === 'mentor' && <input type="hidden" name="again" value="yes" />}
          <p>
            {side === 'founder' ? (
              <>
                <Button alt name="again" value="yes">
                  {t('stopAgain')}
                </Button>{' '}
                <Button alt name="again" value="no">
                  {t('stopDone')}
                </Button>
              </>
            ) : (
              <Button alt>{t('stopMentor')}</Button>
            )}
          </p>
        </Form>
      </details>
    </section>
  )
}
