import { dateParts, type Language } from '#platform/i18n/index.ts'
import { Wide } from '#ui/wide.tsx'
import { clinicWords } from '../clinic-words.ts'
import type { ClinicFigure } from '../db/clinics.ts'

/** Appointments with experts of one’s own centre: month, subject, booked, kept. */
export const ClinicFigures = ({ lang, figures }: { lang: Language; figures: readonly ClinicFigure[] }) => {
  const t = clinicWords(lang)
  if (figures.length === 0) return null
  return (
    <>
      <h2>{t('figures')}</h2>
      <Wide label={t('figures')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              <th scope="col">{t('subject')}</th>
              <th scope="col">{t('bookedColumn')}</th>
              <th scope="col">{t('cameColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ month, subject, booked, came }) => (
              <tr key={`${month}${subject}`}>
                <th scope="row">
                  {dateParts(lang, month).month} {month.year}
                </th>
                <td>{t(`subject.${subject}`)}</td>
                <td>{booked}</td>
                <td>{came}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}
