import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Field } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { achievementOf } from '../domain/achievements.ts'
import { issuerOfBadge, type Shaped } from '../domain/shape.ts'
import type { Step, Verification } from '../domain/verdict.ts'
import { sayDay } from '../say-day.ts'
import { wordingOf } from '../wording.ts'
import { type Word, words } from '../words.ts'
import { Picture } from './achievements.tsx'

/** What to give: a file, a link, or what one copied. */
export const VerifyPage = ({ lang, isEmpty }: { readonly lang: Language; readonly isEmpty: boolean }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('verify')}</h1>
      <p class="lead">{t('verifySaid')}</p>
      {isEmpty && (
        <Note kind="no" role="alert">
          <p>
            <a href="#file">{t('nothingGiven')}</a>
          </p>
        </Note>
      )}
      <Note icon="photo">
        <p>{t('camera')}</p>
      </Note>
      <form class="join stack" action="/verifications" method="post" enctype="multipart/form-data" noValidate>
        <div class="field">
          <label for="file">{t('file')}</label>
          <span class="hint" id="file-h">
            {t('fileHint')}
          </span>
          <input
            id="file"
            type="file"
            name="file"
            accept=".json,.svg,.png,.jwt,.txt,application/json,image/svg+xml,image/png"
            aria-describedby="file-h"
          />
        </div>
        <Field name="text" label={t('text')} rows={4} dir="ltr" autocomplete="off" />
        <Button wide>{t('verifyDo')}</Button>
      </form>
      <p>
        <a href="/badges/achievements">{t('list')}</a>
      </p>
    </>
  )
}

const iconOf = { ok: 'ok', no: 'no', unknown: 'warn', skipped: 'wait' } as const

/** The answer: the verdict, then each thing checked with its sentence, then what none of it proves. */
export const VerificationPage = ({ lang, verification }: { lang: Language; verification: Verification }) => {
  const t = words(lang)
  const { verdict, steps } = verification
  return (
    <>
      <h1>{t(`verdict.${verdict}`)}</h1>
      <Note
        kind={verdict === 'good' ? 'good' : 'no'}
        icon={verdict === 'good' ? 'ok' : verdict === 'bad' ? 'no' : 'warn'}
      >
        <p>{verdict === 'elsewhere' ? t('verdict.elsewhereSaid') : sentenceOf(lang, wrongOr(steps))}</p>
      </Note>
      {verification.badge && <Says lang={lang} verification={verification} />}
      <h2>{t('steps')}</h2>
      <ol class="thread">
        {steps.map((step) => (
          <li key={step.name}>
            <b>
              <Icon name={iconOf[step.state]} />{' '}
              {t('stepIs', { step: t(`step.${step.name}`), state: t(`is.${step.state}`) })}
            </b>
            {sentenceOf(lang, step)}
          </li>
        ))}
      </ol>
      <h2>{t('limits')}</h2>
      <ul class="thread">
        <li>{t('limits.who')}</li>
        <li>{t('limits.now')}</li>
        <li>{t('limits.truth')}</li>
      </ul>
      <p>
        <LinkButton href="/verify" alt>
          {t('another')}
        </LinkButton>
      </p>
    </>
  )
}

/** The first thing wrong, or the signature when nothing is. */
const wrongOr = (steps: readonly Step[]): Step =>
  (steps.find(({ state }) => state === 'no') ?? steps.find(({ name }) => name === 'proof')) as Step

function sentenceOf(lang: Language, { word, values }: Step): string {
  if (!word) return ''
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : sayDay(lang, value),
  ])
  return words(lang)(word as Word, Object.fromEntries(said))
}

/** Who saw it done on behalf of the issuer, when the badge says so. */
const giverOf = (badge: Shaped): string => badge.credentialSubject.source?.name ?? issuerOfBadge(badge).name

/** What the badge says: in the reader’s language when it is ours and good, as it is written otherwise. */
const Says = ({ lang, verification: { badge, verdict } }: { lang: Language; verification: Verification }) => {
  if (!badge) return null
  const t = words(lang)
  const { achievement } = badge.credentialSubject
  const ours = verdict === 'good' ? achievementOf(achievement.id.split('/').at(-1) ?? '') : undefined
  const { name, description } = ours ? wordingOf(lang, ours) : achievement
  return (
    <section class="join stack">
      <h2>{t('says')}</h2>
      {ours && <Picture achievement={ours} size={120} />}
      <p class="big">
        <bdi>{name}</bdi>
      </p>
      <p>
        <bdi>{description}</bdi>
      </p>
      <p class="hint">{t('from', { who: giverOf(badge) })}</p>
    </section>
  )
}
