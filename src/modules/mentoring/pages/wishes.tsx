import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form, Select } from '#ui/form.tsx'
import { words } from '../words.ts'

/** Ranking up to five people of the other side, if one wishes. */
export const WishForm = ({
  lang,
  address,
  others,
  ranked,
}: {
  readonly lang: Language
  readonly address: string
  readonly others: readonly { id: number; label: string }[]
  readonly ranked: readonly number[]
}) => {
  const t = words(lang)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{t('wishTitle')}</summary>
      <Form action={`${address}/wishes`}>
        <p>{t('wishSaid')}</p>
        {Array.from({ length: Math.min(5, others.length) }, (_, at) => (
          <Select
            key={at}
            name={`wish${at + 1}`}
            label={t('wish', { rank: at + 1 })}
            value={String(ranked[at] ?? 0)}
            options={[
              { value: '0', label: t('wishNone') },
              ...others.map(({ id, label }) => ({ value: String(id), label })),
            ]}
          />
        ))}
        <p>
          <Button alt icon="ok">
            {t('keepWishes')}
          </Button>
        </p>
      </Form>
    </details>
  )
}
