import { type Language, sayHour } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Opening } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'

type Props = {
  lang: Language
  opening: Opening
  zone: string
  /** The lab is open at this moment. */
  open: boolean
  said: 'counted' | 'full' | null
}

/** « Je suis là »: counted, without a name, while the lab is open. */
export const PresencePage = ({ lang, opening, zone, open, said }: Props) => {
  const t = makersWords(lang)
  if (said === 'counted')
    return (
      <>
        <h1>{t('countedTitle')}</h1>
        <p class="lead">{t('countedWhat')}</p>
        <Onwards lang={lang} />
      </>
    )
  if (!open)
    return (
      <>
        <h1>{t('closedTitle')}</h1>
        <p class="lead">{t('closedWhat')}</p>
        <Onwards lang={lang} />
      </>
    )
  return (
    <>
      <h1>{t('openNow', { hour: sayHour(lang, opening.endsAt.toZonedDateTimeISO(zone)) })}</h1>
      <p class="lead">{t('presenceLead')}</p>
      {said === 'full' && (
        <Note kind="no" role="alert">
          <p>{t('presenceFull')}</p>
        </Note>
      )}
      <Form action={`/openings/${opening.id}/presences`}>
        <Choice
          name="people"
          label={t('howMany')}
          value="1"
          options={Array.from({ length: 6 }, (_, i) => ({
            value: String(i + 1),
            label: i === 0 ? t('justMe') : String(i + 1),
          }))}
        />
        <Button wide icon="ok">
          {t('iAmHere')}
        </Button>
      </Form>
    </>
  )
}

const Onwards = ({ lang }: { lang: Language }) => (
  <p>
    <LinkButton href="/machines">{makersWords(lang)('allMachines')}</LinkButton>
  </p>
)
