import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Material } from '../db/stock.ts'
import { type StockUnit, stockKinds, stockUnits } from '../domain/stock.ts'
import { machineKinds } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import { words } from '../words.ts'

/** « 1 200 g », « 3 feuilles ». */
export const sayAmount = (lang: Language, unit: StockUnit, count: number): string =>
  labWords(lang)(`st.unit.${unit}`, { count })

export type StockForm = {
  readonly lang: Language
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly said: boolean
}
export type NotedBooking = { id: number; name: string; machine: string }
type Props = StockForm & {
  readonly materials: readonly Material[]
  /** A booking whose material is noted; its maker and machine. */
  readonly booking: NotedBooking | null
}

/** What the lab has left, what to order, what was used. */
export const LabStockPage = (props: Props) => {
  const { lang, materials, booking, errors, said } = props
  const t = labWords(lang)
  const link = (id: number) => `/fablab/stock/${id}${booking ? `?booking=${booking.id}` : ''}`
  return (
    <>
      <h1>{t('st.title')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      {booking && <p class="lead">{t('st.forBooking', booking)}</p>}
      {materials.length === 0 && <p>{t('st.none')}</p>}
      <ul class="wl">
        {materials.map((material) => (
          <li key={material.id}>
            <span>
              <b>
                <a href={link(material.id)}>
                  <bdi>{material.name}</bdi>
                </a>
              </b>
              <small>{material.machineKinds.map((kind) => words(lang)(`kind.${kind}`)).join(' · ')}</small>
            </span>
            <span>
              {t('st.left', { amount: sayAmount(lang, material.unit, material.quantity) })}
              {material.isLow && <b class="bad"> {t('st.low')}</b>}
            </span>
          </li>
        ))}
      </ul>
      <Form action="/fablab/stock" title={t('st.add')}>
        <MaterialFields {...props} />
        <p>
          <Button icon="plus">{t('st.add')}</Button>
        </p>
      </Form>
    </>
  )
}

/** What a material is, to add it or to change it. */
export const MaterialFields = ({ lang, typed, errors }: StockForm) => {
  const t = labWords(lang)
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errors.find((error) => error.field === name)?.message,
  })
  return (
    <>
      <Field {...field('name')} label={t('st.name')} maxLength={60} dir="auto" />
      <Choice
        {...field('kind')}
        value={typedText(typed, 'kind') || 'material'}
        label={t('st.kind')}
        options={stockKinds.map((kind) => ({ value: kind, label: t(`st.kind.${kind}`) }))}
      />
      <div class="ask">
        <Select
          {...field('unit')}
          label={t('st.unit')}
          options={stockUnits.map((unit) => ({ value: unit, label: t(`st.unitName.${unit}`) }))}
        />
        <Field
          {...field('lowMark')}
          value={typedText(typed, 'lowMark') || '0'}
          label={t('st.lowMark')}
          inputMode="numeric"
        />
      </div>
      <Choice
        name="machineKinds"
        type="checkbox"
        value={[typed.machineKinds ?? []].flat()}
        label={t('st.for')}
        options={machineKinds.map((kind) => ({ value: kind, label: words(lang)(`kind.${kind}`) }))}
      />
    </>
  )
}
