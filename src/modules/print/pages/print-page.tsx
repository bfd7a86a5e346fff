import { dateParts, type Language, languageCodes, languages, sayHour } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, Form, Select } from '#ui/form.tsx'
import type { Subject } from '../compose.ts'
import type { readPrintable } from '../db/printable.ts'
import { type Kind, kinds, personal, type Wish, writeWish } from '../domain/kinds.ts'
import { words } from '../words.ts'

type PrintProps = {
  readonly lang: Language
  readonly kind: Kind
  readonly wish: Wish
  /** The language of the sheet. */
  readonly paper: Language
  readonly printable: Awaited<ReturnType<typeof readPrintable>>
  readonly subject: Subject | null
  readonly canShow: boolean
  readonly mayBatch: boolean
  readonly monday: Temporal.PlainDate
}

/** Choose what, of which session or place, in which language: a picture of it, and the document. */
export const PrintPage = (props: PrintProps) => {
  const { lang, kind, wish, paper, printable, canShow, mayBatch, monday } = props
  const t = words(lang)
  const address = `${kind}.pdf?${writeWish({ ...wish, lang: paper })}`
  return (
    <>
      <h1>{t('print')}</h1>
      <div class="two">
        <Form action="/print" method="get">
          <Choice
            name="kind"
            label={t('whichKind')}
            value={kind}
            options={kinds
              .filter((one) => one !== 'certificate')
              .map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          />
          <Select
            name="session"
            label={t('whichSession')}
            hint={t('sessionHint')}
            value={String(wish.session ?? '')}
            options={[{ value: '', label: t('noSession') }, ...sessionsOf(lang, printable)]}
          />
          <Select
            name="place"
            label={t('whichPlace')}
            hint={t('placeHint')}
            value={String(wish.place ?? '')}
            options={[
              { value: '', label: t('noPlace') },
              ...printable.places.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          <div class="row">
            <div class="field">
              <label for="from">{t('from')}</label>
              <input id="from" name="from" type="date" value={wish.from?.toString() ?? ''} />
            </div>
            <div class="field">
              <label for="until">{t('until')}</label>
              <input id="until" name="until" type="date" value={wish.until?.toString() ?? ''} />
            </div>
          </div>
          {wish.series !== null && <input type="hidden" name="series" value={wish.series} />}
          {wish.stop !== null && <input type="hidden" name="stop" value={wish.stop} />}
          <Choice
            name="paper"
            label={t('whichLanguage')}
            value={paper}
            options={languageCodes.map((code) => ({
              value: code,
              label: languages[code].ownName,
              lang: code,
            }))}
          />
          <Choice
            name="easy"
            type="checkbox"
            label={t('easy')}
            value={wish.easy ? 'yes' : ''}
            options={[{ value: 'yes', label: t('easyYes') }]}
          />
          <Button alt>{t('see')}</Button>
        </Form>
        <div class="stack side">
          {canShow ? (
            <>
              <p>
                <LinkButton href={`/print/${address}`} icon="print">
                  {t('openPdf')}
                </LinkButton>
              </p>
              <img
                class="paper"
                src={`/print/${address.replace('.pdf', '.svg')}`}
                alt={t('picture', { kind: t(`kind.${kind}`) })}
              />
            </>
          ) : (
            <p>{t(personal.includes(kind) || kind === 'door' ? 'chooseSession' : 'chooseSomething')}</p>
          )}
          {mayBatch && (
            <Form action="/print/batches" title={t('batch')}>
              <p>{t('batchLead')}</p>
              <input type="hidden" name="language" value={paper} />
              <Select
                name="week"
                label={t('week')}
                value={monday.toString()}
                options={[0, 1, 2, 3].map((weeks) => {
                  const first = monday.add({ weeks })
                  const { day, ordinal, month } = dateParts(lang, first)
                  return { value: first.toString(), label: t('weekOf', { day: `${day}${ordinal} ${month}` }) }
                })}
              />
              <Button alt>{t('makeBatch')}</Button>
            </Form>
          )}
        </div>
      </div>
    </>
  )
}

function sessionsOf(lang: Language, { sessions }: PrintProps['printable']) {
  return sessions.map(({ id, day, hour, title }) => {
    const { weekday, day: number, ordinal, month } = dateParts(lang, Temporal.PlainDate.from(day))
    return {
      value: String(id),
      label: `${weekday} ${number}${ordinal} ${month}, ${sayHour(lang, Temporal.PlainTime.from(hour))} · ${title}`,
    }
  })
}
