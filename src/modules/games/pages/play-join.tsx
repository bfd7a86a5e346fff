import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import type { Room } from '../domain/game.ts'
import { type LiveWord, liveWords } from '../live-words.ts'

/** Typing the code of a game. */
export const CodePage = ({
  lang,
  typed,
  wrong,
}: {
  readonly lang: Language
  readonly typed: string
  readonly wrong: boolean
}) => {
  const t = liveWords(lang)
  return (
    <>
      <h1>{t('play.title')}</h1>
      <p class="lead">{t('play.lead')}</p>
      <Form action="/play" method="get">
        {wrong && <ErrorSummary lang={lang} errors={[{ field: 'code', message: t('play.unknown') }]} />}
        <div class="field bigcode">
          <Field
            name="code"
            label={t('play.code')}
            hint={t('play.codeHint')}
            value={typed}
            error={wrong ? t('play.unknown') : undefined}
            autocomplete="off"
            dir="ltr"
            maxLength={12}
          />
        </div>
        <p>
          <Button wide onwards>
            {t('play.go')}
          </Button>
        </p>
      </Form>
      <p>
        <a href="/games">{t('play.home')}</a>
      </p>
    </>
  )
}

export type JoinErrors = { readonly [Field in 'name' | 'team' | 'seat']?: LiveWord | undefined }

type JoinProps = {
  readonly lang: Language
  readonly room: Room
  readonly name: string
  readonly errors: JoinErrors
  /** Where both forms are posted: a phone's own seat, or one of a shared tablet. */
  readonly tablet?: boolean | undefined
  /** New with each page: a form sent twice takes one seat. */
  readonly once: string
}

/** Taking a seat: a first name or an animal, a team if there are teams. */
export const SitForm = ({ lang, room, name, errors, once, tablet = false }: JoinProps) => {
  const t = liveWords(lang)
  const wrong = (word: LiveWord | undefined) => (word ? t(word) : undefined)
  const { names, teams } = room.choices
  return (
    <Form action={`/play/${room.code}/${tablet ? 'tablet' : 'seats'}`}>
      <input type="hidden" name="once" value={once} />
      <ErrorSummary
        lang={lang}
        errors={(['name', 'team'] as const).flatMap((field) =>
          errors[field] ? [{ field, message: t(errors[field]) }] : [],
        )}
      />
      {names === 'animal' ? (
        <p>{t('play.animalLead')}</p>
      ) : (
        <Field
          name="name"
          label={t('play.name')}
          hint={t('play.nameHint')}
          value={name}
          error={wrong(errors.name)}
          autocomplete={tablet ? 'off' : 'given-name'}
          dir="auto"
          maxLength={40}
        />
      )}
      {teams > 0 && (
        <Select
          name="team"
          label={t('play.team')}
          error={wrong(errors.team)}
          value="0"
          options={Array.from({ length: teams + 1 }, (_, team) => ({
            value: String(team),
            label: team === 0 ? t('play.teamAny') : t('play.teamN', { team }),
          }))}
        />
      )}
      <p>
        <Button wide icon="ok">
          {t('play.sit')}
        </Button>
      </p>
    </Form>
  )
}

/** The door of a game: taking a seat, or finding the one a phone lost. */
export const JoinPage = (props: JoinProps) => {
  const { lang, room, errors } = props
  const t = liveWords(lang)
  return (
    <>
      <h1>{t('play.joinTitle')}</h1>
      <p class="lead">{t('play.joinLead')}</p>
      <SitForm {...props} />
      <details open={errors.seat !== undefined}>
        <summary>{t('play.hadSeat')}</summary>
        <Form action={`/play/${room.code}/seats/back`} class="join">
          <Field
            name="seat"
            label={t('play.seatCode')}
            hint={t('play.seatCodeHint')}
            error={errors.seat ? t(errors.seat) : undefined}
            autocomplete="off"
            inputMode="numeric"
            dir="ltr"
            maxLength={8}
          />
          <Button alt>{t('play.sitBack')}</Button>
        </Form>
      </details>
    </>
  )
}

/** A code that opens nothing, or no longer. */
export const NoGame = ({ lang, over }: { readonly lang: Language; readonly over: boolean }) => {
  const t = liveWords(lang)
  return (
    <>
      <h1>{t(over ? 'play.over' : 'play.unknownTitle')}</h1>
      {!over && <p class="lead">{t('play.unknown')}</p>}
      <p class="row">
        <a href="/play">{t('play.title')}</a>
        <a href="/games">{t('play.home')}</a>
      </p>
    </>
  )
}
