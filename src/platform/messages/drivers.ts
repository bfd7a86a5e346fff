import type { Settings } from '#platform/settings.ts'
import { log } from './log.ts'
import type { Driver, Outgoing } from './message.ts'
import { smtp } from './smtp.ts'

/** The way out of each channel. */
export type Drivers = Record<Outgoing['channel'], Driver>

/**
 * Chooses the drivers from the settings.
 *
 * An SMS provider goes here: one file beside `smtp.ts` exporting a `Driver`, its settings in `platform/settings.ts`, and
 * its name in the `sms` line. Nothing else changes: who writes a message does not know how it leaves.
 */
export const driversOf = ({ smtpUrl, mailFrom }: Pick<Settings, 'smtpUrl' | 'mailFrom'>): Drivers => ({
  sms: log,
  email: smtpUrl ? smtp(smtpUrl, mailFrom) : log,
})
