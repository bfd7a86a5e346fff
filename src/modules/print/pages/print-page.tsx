import { dateParts, type Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form, Select } from '#ui/form.tsx'
import type { readPrintable } from '../db/printable.ts'
import { isEnough, isPersonal, type Kind, type Wish, writeWish } from '../domain/kinds.ts'
import type { Period } from '../domain/period.ts'
import { words } from '../words.ts'
import { WhatForm } from './what-form.tsx'

type PrintProps = {
  readonly lang: Language
  readonly kind: Kind
  readonly wish: Wish
  readonly period: Period | null
  /** The language of the sheet. */
  readonly paper: Language
  readonly printable: Awaited<ReturnType<typeof readPrintable>>
  /** The choices lead to a sheet. */
  readonly canShow: boolean
  readonly mayBatch: boolean
  readonly monday: Temporal.PlainDate
}

/** Choose what, of which session or place, in which language: a picture of it, and the document. */
export const PrintPage = (props: PrintProps) => {
  const t = words(props.lang)
  return (
    <>
      <h1>{t('print')}</h1>
      <div class="two">
        <WhatForm {...props} />
        <div class="stack side">
          <Preview {...props} />
          {props.mayBatch && <BatchForm {...props} />}
        </div>
      </div>
    </>
  )
}

const Preview = ({ lang, kind, wish, paper, canShow }: PrintProps) => {
  const t = words(lang)
  if (!isEnough(kind, wish)) return <p>{t('chooseSession')}</p>
  if (!canShow) return <p>{t('nothingThere')}</p>
  const query = writeWish({ ...wish, lang: paper })
  return (
    <>
      {kind === 'certificate' && <p>{t('certificatesHint')}</p>}
      <p>
        <LinkButton href={`/print/${kind}.pdf?${query}`} icon="print">
          {t('openPdf')}
        </LinkButton>
      </p>
      {/* A picture of names would be one more copy of them: who may open the sheet looks at the sheet. */}
      {!isPersonal(kind) && (
        <img
          class="paper"
          src={`/print/${kind}.svg?${query}`}
          alt={t('picture', { kind: t(`kind.${kind}`) })}
        />
      )}
    </>
  )
}

const BatchForm = ({ lang, paper, monday }: PrintProps) => {
  const t = words(lang)
  return (
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
  )
}
