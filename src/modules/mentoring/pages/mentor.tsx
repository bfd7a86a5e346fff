import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Mentor } from '../db/mentors.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { MatchSection } from './match.tsx'
import { ProfileFields, typedProfile } from './profile-fields.tsx'
import type { SeenMatch } from './seen-match.ts'
import { WishForm } from './wishes.tsx'

export interface SeenByMentor {
  mentor: Mentor
  matches: readonly SeenMatch[]
  /** Founders who ask, without their names: what they do and need. */
  others: readonly { id: number; label: string }[]
  ranked: readonly number[]
  zone: string
}

type Props = SeenByMentor & {
  readonly lang: Language
  readonly address: string
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refused: Refusal | null
}

/** What a mentor sees by her link: whom she guides, what she offers, a pause, and the end of it. */
export const MentorPage = (props: Props) => {
  const { lang, address, mentor, matches, others, ranked, zone, typed, errors, refused } = props
  const t = words(lang)
  const answered = mentor.status === 'welcome' || mentor.status === 'paused'
  return (
    <>
      <h1>{t('hello', { name: mentor.name })}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {mentor.status === 'asking' && <p class="lead">{t('asking')}</p>}
      {mentor.status === 'declined' && <p class="lead">{t('declinedSaid')}</p>}
      {mentor.status === 'paused' && (
        <Note>
          <p>{t('pausedSaid')}</p>
        </Note>
      )}
      {mentor.status === 'welcome' && matches.length === 0 && <p class="lead">{t('noMatchMentor')}</p>}
      {matches.map((seen) => (
        <MatchSection
          key={seen.match.id}
          lang={lang}
          side="mentor"
          address={address}
          seen={seen}
          zone={zone}
          typed={typed}
          errors={errors}
        />
      ))}
      {answered && <WishForm lang={lang} address={address} others={others} ranked={ranked} />}
      {answered && (
        <Form action={`${address}/pauses`} class="noprint">
          <p class="row">
            <Button alt>{t(mentor.status === 'paused' ? 'unpause' : 'pause')}</Button>
          </p>
        </Form>
      )}
      <Offered {...props} />
      <section class="stack" aria-labelledby="kept">
        <h2 id="kept">{t('keptTitle')}</h2>
        <p>{t('keptLink')}</p>
        <details>
          <summary>{t('end')}</summary>
          <Form action={`${address}/erasures`}>
            <p>{t('endSaid')}</p>
            <p>
              <Button alt icon="no">
                {t('endNow')}
              </Button>
            </p>
          </Form>
        </details>
      </section>
    </>
  )
}

const Offered = ({ lang, address, mentor, typed, errors }: Props) => {
  const t = words(lang)
  const isIt = typed.form === 'profile'
  return (
    <details open={isIt || undefined}>
      <summary>{t('changeTitle')}</summary>
      <Form action={`${address}/profile`} class="join offer">
        <input type="hidden" name="form" value="profile" />
        <ProfileFields lang={lang} typed={isIt ? typed : typedProfile(mentor)} errors={isIt ? errors : {}} />
        <p>
          <Button icon="ok">{t('keep')}</Button>
        </p>
      </Form>
    </details>
  )
}
