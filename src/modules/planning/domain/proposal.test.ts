import { expect, test } from 'vitest'
import { after, type ProposalGesture, type ProposalStatus } from './proposal.ts'
import { proposalForm, wishesOf } from './proposal-form.ts'

const gestures: ProposalGesture[] = ['accept', 'ask-other-date', 'decline', 'agree', 'withdraw']

test('what was accepted, declined or withdrawn is over: no gesture changes it', () => {
  for (const status of ['accepted', 'declined', 'withdrawn'] as ProposalStatus[])
    for (const gesture of gestures) expect(after(status, gesture)).toBeNull()
})

test('a partner who agrees to another date puts her proposal back on the coordinator’s table', () => {
  expect(after('new', 'ask-other-date')).toBe('other-date')
  expect(after('other-date', 'agree')).toBe('new')
  expect(after('new', 'agree')).toBeNull()
})

test('a session needs an activity, and every proposal a place', () => {
  expect(proposalForm.safeParse({ kind: 'session', place: '3' }).success).toBe(false)
  expect(proposalForm.safeParse({ kind: 'stop', place: '3' }).success).toBe(true)
  expect(proposalForm.safeParse({ kind: 'stop' }).success).toBe(false)
  expect(
    proposalForm.safeParse({ kind: 'stop', elsewhere: '4 rue Haute', note: 'x'.repeat(201) }).success,
  ).toBe(false)
})

test('wished moments keep their order, and one that cannot be read is named', () => {
  expect(wishesOf({ day1: '2027-01-12', hour1: '14:00', day3: '2027-01-13', hour3: '10:00' })).toMatchObject({
    wishes: [{}, {}],
  })
  expect(wishesOf({})).toEqual({ field: 'day1', word: 'wish-missing' })
  expect(wishesOf({ day1: '2027-02-30', hour1: '14:00' })).toEqual({ field: 'day1', word: 'day-wrong' })
})
