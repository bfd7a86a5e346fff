import { WhoFields } from '#modules/people/index.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form } from '#ui/form.tsx'
import type { Moment } from '../db/moments.ts'
import type { Notice } from '../db/notices.ts'
import { reportReasons } from '../domain/vocabulary.ts'
import { sayMomentOf } from '../say.ts'
import { type Word, words } from '../words.ts'
import { MomentSelect } from './moment-select.tsx'
import { Facts, Kind } from './notice-card.tsx'

type Props = {
  readonly lang: Language
  readonly notice: Notice
  readonly moments: readonly Moment[]
  /** When help was asked for. */
  readonly wished: Moment | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** One notice, a way to answer it, and a way to say that something is wrong with it. */
export const NoticePage = ({ lang, notice, moments, wished, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <>
      <Kind lang={lang} notice={notice} />
      <h1 lang={notice.writtenIn === lang ? undefined : notice.writtenIn} dir="auto">
        {notice.sentence}
      </h1>
      <Facts lang={lang} notice={notice} />
      {wished && <p>{t('askedFor', { moment: sayMomentOf(lang, wished) })}</p>}
      <Form
        action={`/board/${notice.id}/answers`}
        title={t(notice.side === 'ask' ? 'iCanHelp' : 'iAmInterested')}
      >
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors)
            .filter(([field]) => field !== 'reason')
            .map(([field, word]) => ({ field, message: t(word as Word) }))}
        />
        <p>{t('answerLead')}</p>
        <WhoFields
          labels={{ name: t('name'), contact: t('contact'), contactHint: t('contactHint') }}
          typed={typed}
          wrong={wrong}
        />
        <MomentSelect
          lang={lang}
          moments={moments}
          label={t('moment')}
          hint={t('momentHint')}
          value={typedText(typed, 'moment')}
          error={wrong('moment')}
        />
        <p>
          <Button wide icon="ok">
            {t(notice.side === 'ask' ? 'iCanHelp' : 'iAmInterested')}
          </Button>
        </p>
        <p class="hint">{t('keptFor')}</p>
      </Form>
      <details open={errors.reason !== undefined}>
        <summary>{t('report')}</summary>
        <Form action={`/board/${notice.id}/reports`}>
          <p>{t('reportLead')}</p>
          <Choice
            name="reason"
            label={t('reason')}
            error={wrong('reason')}
            value={typedText(typed, 'reason')}
            options={reportReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
          />
          <p>
            <Button alt icon="warn">
              {t('send')}
            </Button>
          </p>
        </Form>
      </details>
      <p>
        <LinkButton alt href="/board">
          {t('backToBoard')}
        </LinkButton>
      </p>
    </>
  )
}
