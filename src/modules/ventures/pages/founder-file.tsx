import { sayHalfDay } from '#modules/team/index.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Milestone } from '../domain/milestones.ts'
import type { Founder } from '../domain/vocabulary.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { MilestoneSection } from './milestones.tsx'

type Props = {
  readonly lang: Language
  readonly founder: Founder
  /** How she is reached; empty when she gave nothing. */
  readonly contact: string
  readonly reached: readonly Milestone[]
  readonly now: Temporal.Instant
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refused: Refusal | null
}

/** What the team knows of a founder: what she said, what she reached, and where she is with us. */
export const FounderFile = ({ lang, founder, contact, reached, now, typed, errors, refused }: Props) => {
  const t = words(lang)
  const tongue = new Intl.DisplayNames(lang, { type: 'language' })
  const list = new Intl.ListFormat(lang)
  const facts: readonly [string, string][] = [
    [t('reach'), contact],
    [t('stage'), `${t(`stage.${founder.stage}`)} · ${t(`sector.${founder.sector}`)}`],
    [t('needs'), list.format(founder.needs.map((need) => t(`need.${need}`)))],
    [t('languages'), list.format(founder.languages.map((code) => tongue.of(code) ?? code))],
    [t('weekly'), list.format(founder.weekly.map((code) => sayHalfDay(lang, code)))],
    [
      t('woman'),
      list.format([
        ...(founder.childcare ? [t('childcareShort')] : []),
        ...(founder.wishesWomanMentor ? [t('womanShort')] : []),
      ]),
    ],
  ]
  return (
    <>
      <p>
        <a href="/ventures">{t('backToTeam')}</a>
      </p>
      <h1>
        <bdi>{founder.name}</bdi>
      </h1>
      <p class="lead">
        <bdi>{founder.idea}</bdi>
      </p>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      <MilestoneSection
        lang={lang}
        address={`/ventures/founders/${founder.id}`}
        reached={reached}
        now={now}
        typed={typed}
        errors={errors}
        open={refused !== null}
      />
      <Form action={`/ventures/founders/${founder.id}/standings`}>
        <Choice
          name="status"
          label={t('standing')}
          value={founder.status}
          options={(['active', 'paused', 'alumni'] as const).map((status) => ({
            value: status,
            label: t(`status.${status}`),
          }))}
        />
        <p>
          <Button alt>{t('save')}</Button>
        </p>
      </Form>
    </>
  )
}
