import { createServer, type Server } from 'node:net'
import { expect, test } from 'vitest'
import { driversOf, fitting, segmentsOf } from './index.ts'
import { smtp } from './smtp.ts'

test('an SMS is counted as networks count it', () => {
  expect(segmentsOf('a'.repeat(160))).toBe(1)
  expect(segmentsOf('a'.repeat(161))).toBe(2)
  expect(segmentsOf('a'.repeat(306))).toBe(2)
  expect(segmentsOf('a'.repeat(307))).toBe(3)
  expect(segmentsOf('ç'.repeat(70))).toBe(1)
  expect(segmentsOf('ç'.repeat(134))).toBe(2)
  expect(segmentsOf('ç'.repeat(135))).toBe(3)
})

test('the richest text that fits is sent, the last one when none does', () => {
  expect(fitting(['a'.repeat(400), 'b'.repeat(200), 'c'])).toBe('b'.repeat(200))
  expect(fitting(['a'.repeat(400), 'b'.repeat(400)])).toBe('b'.repeat(400))
})

test('without a mail server, every message stays on the phone of the desk', () => {
  const drivers = driversOf({ smtpUrl: undefined, mailFrom: 'Maillage <maillage@localhost>' })
  expect([drivers.sms.name, drivers.email.name]).toEqual(['log', 'log'])
  expect(driversOf({ smtpUrl: 'smtp://localhost', mailFrom: 'm@localhost' }).email.name).toBe('smtp')
})

/** A mail server that says yes, and keeps what it is told (RFC 5321, the least of it). */
async function mailServer(): Promise<{ port: number; heard: string[]; server: Server }> {
  const heard: string[] = []
  const server = createServer((socket) => {
    let inData = false
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      heard.push(text)
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return
        inData = false
        return void socket.write('250 queued\r\n')
      }
      inData = /^DATA/i.test(text)
      socket.write(inData ? '354 go\r\n' : /^QUIT/i.test(text) ? '221 bye\r\n' : '250 ok\r\n')
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { port: (server.address() as { port: number }).port, heard, server }
}

test('an e-mail leaves through the mail server with the same Message-ID each time, to one recipient only', async () => {
  const { port, heard, server } = await mailServer()
  const driver = smtp(`smtp://127.0.0.1:${port}`, 'Maillage <bonjour@maillage.example>')
  const message = {
    channel: 'email',
    to: 'odette@exemple.fr',
    language: 'fr',
    subject: 'Votre place',
    body: 'Bonjour,\n\nà mardi.\n',
  } as const
  const first = await driver.send(message, 'maillage-7')
  const again = await driver.send(message, 'maillage-7')
  expect(first.receipt).toBe('<maillage-7@maillage.example>')
  expect(again.receipt).toBe(first.receipt)
  const said = heard.join('')
  expect(said.match(/RCPT TO:<odette@exemple.fr>/g)).toHaveLength(2)
  expect(said).toContain('Subject: Votre place')
  await expect(driver.send({ ...message, channel: 'sms' }, 'maillage-8')).rejects.toMatchObject({
    code: 'NOT_EMAIL',
  })
  await new Promise((closed) => server.close(closed))
})

test('a mail server that is not there is a refusal with a code', async () => {
  const driver = smtp('smtp://127.0.0.1:1', 'm@localhost')
  const message = {
    channel: 'email',
    to: 'odette@exemple.fr',
    language: 'fr',
    subject: 's',
    body: 'b',
  } as const
  await expect(driver.send(message, 'maillage-9')).rejects.toMatchObject({ code: expect.any(String) })
})
