import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { MatchSection } from './match.tsx'
import type { SeenMatch } from './seen-match.ts'
import { WishForm } from './wishes.tsx'

export interface SeenByFounder {
  seen: SeenMatch | null
  /** She asks for a mentor. */
  asks: boolean
  others: readonly { id: number; label: string }[]
  ranked: readonly number[]
  zone: string
}

type Props = SeenByFounder & {
  readonly lang: Language
  readonly address: string
  /** Her own page. */
  readonly mine: string
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refused: Refusal | null
}

/** What a founder sees of her mentor: asking for one, meeting, changing without blame. */
export const FounderMentorPage = (props: Props) => {
  const { lang, address, mine, seen, asks, others, ranked, zone, typed, errors, refused } = props
  const t = words(lang)
  return (
    <>
      <h1>{t('forTitle')}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {seen ? (
        <MatchSection
          lang={lang}
          side="founder"
          address={address}
          seen={seen}
          zone={zone}
          typed={typed}
          errors={errors}
        />
      ) : (
        <>
          <p class="lead">{t('forLead')}</p>
          {asks && (
            <Note>
              <p>{t('asked')}</p>
            </Note>
          )}
          {asks && <WishForm lang={lang} address={address} others={others} ranked={ranked} />}
          <Form action={`${address}/asks`}>
            {!asks && <p>{t('askSaid')}</p>}
            <p>
              {asks ? (
                <Button alt name="asks" value="no">
                  {t('unask')}
                </Button>
              ) : (
                <Button icon="ok" name="asks" value="yes">
                  {t('ask')}
                </Button>
              )}
            </p>
          </Form>
        </>
      )}
      <p>
        <a href={mine}>{t('backToMine')}</a>
      </p>
    </>
  )
}
