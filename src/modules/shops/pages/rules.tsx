import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { changeableOf, type Rule, type RuleChange } from '../domain/rule.ts'
import { readAreas } from '../read-rules.ts'
import { type Word, words } from '../words.ts'

/** Every rule, area by area, with its date and whether staff changed it. */
export const RulesPage = ({
  lang,
  rules,
  changed,
}: {
  readonly lang: Language
  readonly rules: readonly Rule[]
  readonly changed: ReadonlySet<string>
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('rules')}</h1>
      <p class="lead">{t('rulesLead')}</p>
      {readAreas().map(({ area, title }) => (
        <section key={area} class="stack">
          <h2>{title[lang]}</h2>
          <ul class="wl">
            {rules
              .filter((rule) => rule.area === area)
              .map((rule) => (
                <li key={rule.id}>
                  <span>
                    <a href={`/ventures/shops/rules/${rule.id}`}>{rule.ask[lang]}</a>
                    {changed.has(rule.id) && <small>{t('changed')}</small>}
                  </span>
                  <span>{rule.action.deadline ? `${t('deadline')} ${rule.action.deadline}` : ''}</span>
                  <span>{rule.confirm ? t('confirm') : ''}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly rule: Rule
  readonly history: readonly { at: Temporal.Instant; change: RuleChange | null }[]
  /** Only the network manager changes what holds for every centre. */
  readonly mayChange: boolean
  readonly preview: { changed: number; of: number } | null
  readonly said: boolean
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly now: Temporal.Instant
}

/** One rule: what it asks, from where it is known, its days; changing it shows first which plans change. */
export const RulePage = (view: Props) => {
  const { lang, rule, mayChange, preview, said, history, now } = view
  const t = words(lang)
  return (
    <>
      <p>
        <a href="/ventures/shops/rules">{t('allRules')}</a>
      </p>
      <h1>{rule.ask[lang]}</h1>
      <p class="lead">{rule.why[lang]}</p>
      {said && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      <p>
        <b>{rule.action.do[lang]}</b> {rule.action.how[lang]}
      </p>
      <ul>
        {rule.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer" lang="fr">
              {title}
            </a>
          </li>
        ))}
      </ul>
      {mayChange && <RuleForm {...view} />}
      {preview && (
        <Note role="status" icon="mark">
          <p>{t('plansChange', { count: preview.changed, total: preview.of })}</p>
        </Note>
      )}
      {history.length > 0 && (
        <>
          <h2>{t('history')}</h2>
          <ul>
            {history.map(({ at, change }) => (
              <li key={at.toString()}>
                {sayDate(lang, at.toZonedDateTimeISO('UTC'), now)} :{' '}
                {change
                  ? [change.from, change.until, change.deadline].filter((day) => day !== null).join(' · ') ||
                    t('changed')
                  : t('original')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const RuleForm = ({ lang, rule, typed, errors }: Props) => {
  const t = words(lang)
  const now = changeableOf(rule)
  const posted = typed.gesture !== undefined
  const value = (name: 'from' | 'until' | 'deadline' | 'effect' | 'minutes') =>
    posted ? typedText(typed, name) : String(now[name] ?? '')
  const line = (name: 'from' | 'until' | 'deadline' | 'effect' | 'minutes', label: Word) => (
    <Field
      name={name}
      label={t(label)}
      value={value(name)}
      error={errors[name] ? t(errors[name] as Word) : undefined}
      dir="ltr"
      maxLength={10}
    />
  )
  return (
    <Form action={`/ventures/shops/rules/${rule.id}`}>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
      />
      {line('from', 'from')}
      {line('until', 'until')}
      {line('deadline', 'deadline')}
      {line('effect', 'effect')}
      {line('minutes', 'minutesAsked')}
      <Choice
        name="confirm"
        type="checkbox"
        label={t('confirmIt')}
        value={posted ? typedText(typed, 'confirm') : now.confirm ? 'yes' : ''}
        options={[{ value: 'yes', label: t('confirmYes') }]}
      />
      <p class="row">
        <Button alt name="gesture" value="preview">
          {t('preview')}
        </Button>
        <Button name="gesture" value="save">
          {t('save')}
        </Button>
        <Button alt name="gesture" value="back">
          {t('backToFile')}
        </Button>
      </p>
    </Form>
  )
}
