import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, type FieldError } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { endOf, type Standing, standingOf } from '../domain/authorisation.ts'
import type { Authorisation, Induction, Maker } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import { words } from '../words.ts'
import { titleOf } from './lab-inductions.tsx'

/** Standings one looks for, the most pressing first. */
export const lookedFor = [
  'soon',
  'expired',
  'lapsed',
  'held',
  'withdrawn',
] as const satisfies readonly Standing[]

type Props = {
  readonly lang: Language
  readonly timeZone: string
  readonly now: Temporal.Instant
  readonly makers: readonly Maker[]
  readonly authorisations: readonly Authorisation[]
  readonly inductions: readonly Induction[]
  readonly only: Standing | null
  readonly errors: readonly FieldError[]
  readonly said: string | null
}

/** Everybody who uses machines here, with what each was shown and what it is worth today. */
export const LabMakersPage = (props: Props) => {
  const { lang, makers, authorisations, only, now, errors, said } = props
  const t = labWords(lang)
  const shown = makers
    .map((maker) => ({
      maker,
      held: authorisations
        .filter((one) => one.maker === maker.id)
        .map((one) => ({ one, standing: standingOf(one, now) })),
    }))
    .filter(({ held }) => only === null || held.some(({ standing }) => standing === only))
  return (
    <>
      <h1>{t('mk.title')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <nav aria-label={t('mk.filter')}>
        <ul class="row links">
          <li>
            <a href="/fablab/makers" aria-current={only === null ? 'page' : undefined}>
              {t('mk.all')}
            </a>
          </li>
          {lookedFor.map((standing) => (
            <li key={standing}>
              <a
                href={`/fablab/makers?standing=${standing}`}
                aria-current={only === standing ? 'page' : undefined}
              >
                {words(lang)(`standing.${standing}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 && <p>{t('mk.none')}</p>}
      <ul class="wl">
        {shown.map(({ maker, held }) => (
          <li key={maker.id}>
            <span>
              <b>
                <bdi>{maker.name}</bdi>
              </b>
              <small>
                {maker.kind === 'group' && t('mk.group')}
                {held.length === 0 && maker.kind === 'person' && t('mk.nothing')}
              </small>
            </span>
            {held.length > 0 && (
              <div class="stack">
                {held.map(({ one, standing }) => (
                  <Held key={one.id} {...props} maker={maker} held={one} standing={standing} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

type HeldProps = Props & {
  readonly maker: Maker
  readonly held: Authorisation
  readonly standing: Standing
}

const Held = ({ lang, timeZone, now, inductions, maker, held, standing }: HeldProps) => {
  const t = labWords(lang)
  const end = endOf(held)
  const isGood = standing === 'held' || standing === 'soon'
  const title = titleOf(
    lang,
    inductions.find(({ id }) => id === held.induction),
  )
  return (
    <div class="row">
      <span>
        {title} <span class={isGood ? 'good' : 'bad'}>{words(lang)(`standing.${standing}`)}</span>
        {end && isGood && (
          <small>{t('mk.until', { date: sayDate(lang, end.toZonedDateTimeISO(timeZone), now) })}</small>
        )}
      </span>
      <form class="row" method="post" action="/fablab/authorisations">
        <input type="hidden" name="maker" value={maker.id} />
        <input type="hidden" name="induction" value={held.induction} />
        <Button alt>{t('mk.renew')}</Button>
      </form>
      {isGood && (
        <form class="row" method="post" action="/fablab/authorisations/withdrawal">
          <input type="hidden" name="maker" value={maker.id} />
          <input type="hidden" name="induction" value={held.induction} />
          <Button alt>{t('mk.withdraw')}</Button>
        </form>
      )}
    </div>
  )
}

type SureProps = {
  readonly lang: Language
  readonly maker: Maker
  readonly induction: Induction
}

/** Taking back what somebody was given is asked twice. */
export const LabWithdrawSure = ({ lang, maker, induction }: SureProps) => {
  const t = labWords(lang)
  return (
    <>
      <h1>{t('mk.sure', { name: maker.name, induction: titleOf(lang, induction) })}</h1>
      <form class="row" method="post" action="/fablab/authorisations/withdrawal">
        <input type="hidden" name="maker" value={maker.id} />
        <input type="hidden" name="induction" value={induction.id} />
        <Button icon="warn" name="sure" value="yes">
          {t('mk.withdraw')}
        </Button>
        <LinkButton alt href="/fablab/makers">
          {t('op.keep')}
        </LinkButton>
      </form>
    </>
  )
}
