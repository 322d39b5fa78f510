import { readingOrder, startState } from '../../../../../nodes/shared/polling/scope';
import type { Settings } from '../../../../../nodes/shared/polling/settings';
import type { Beginning } from '../../../../../nodes/shared/polling/source';
import type { State } from '../../../../../nodes/shared/polling/state';

const NOW = '2026-06-15T12:00:00.000Z';
const EMPTY: State<string> = {
	...{ scope: null, ledgers: new Map(), restarted: {}, next: null, isUnanswered: false },
};
const SETTINGS: Settings = {
	...{ baseUrl: 'https://api.vipps.no', choice: 'all', ledgerIds: [] },
	...{ startsNow: true, maxItems: 5000, restarts: [] },
};

/** A checkpoint is a text here. */
const source = {
	feed: 'sales',
	begin: (beginning: Beginning): string =>
		beginning.kind === 'now'
			? `now ${beginning.now}`
			: beginning.kind === 'date'
				? `date ${beginning.date}`
				: 'first sale',
};

const start = (stored: State<string>, ledgerIds: string[], changes: Partial<Settings> = {}) =>
	startState(stored, { ...SETTINGS, ...changes }, source, ledgerIds, NOW);

const checkpointsOf = ({ ledgers }: State<string>) =>
	Object.fromEntries([...ledgers].map(([id, { checkpoint }]) => [id, checkpoint]));

/** The state of a trigger that has read ledgers to these checkpoints. */
const running = (checkpoints: Record<string, string>, changes: Partial<Settings> = {}) => {
	const { state } = start(EMPTY, Object.keys(checkpoints), changes);
	const read = Object.entries(checkpoints).map(([id, checkpoint]) => [id, { checkpoint }] as const);
	return { ...state, ledgers: new Map(read) };
};

describe('the first poll', () => {
	it.each([
		{ name: 'now', startsNow: true, checkpoint: `now ${NOW}` },
		{ name: 'with the first sale', startsNow: false, checkpoint: 'first sale' },
	])('begins as Start From says: $name', ({ startsNow, checkpoint }) => {
		for (const choice of ['all', 'selected'] as const) {
			const { state, isStart } = start(EMPTY, ['1', '2'], { startsNow, choice });
			expect(checkpointsOf(state)).toEqual({ 1: checkpoint, 2: checkpoint });
			expect(state.scope).toEqual({ baseUrl: SETTINGS.baseUrl, feed: 'sales', ledgers: choice });
			expect(isStart).toBe(true);
		}
	});
});

describe('a later poll', () => {
	it('continues where each ledger was', () => {
		const { state, isStart } = start(running({ 1: 'a', 2: 'b' }), ['1', '2']);
		expect(checkpointsOf(state)).toEqual({ 1: 'a', 2: 'b' });
		expect(isStart).toBe(false);
	});

	it('begins a ledger that was granted later at its first sale', () => {
		const { state, isStart } = start(running({ 1: 'a' }), ['1', '2']);
		expect(checkpointsOf(state)).toEqual({ 1: 'a', 2: 'first sale' });
		expect(isStart).toBe(false);
	});

	it('begins a ledger that the user added as Start From says', () => {
		const selected = { choice: 'selected' as const };
		const { state, isStart } = start(running({ 1: 'a' }, selected), ['1', '2'], selected);
		expect(checkpointsOf(state)).toEqual({ 1: 'a', 2: `now ${NOW}` });
		expect(isStart).toBe(true);
	});

	it('begins ledgers as Start From says if the user changes from selected to all', () => {
		const { state } = start(running({ 1: 'a' }, { choice: 'selected' }), ['1', '2']);
		expect(checkpointsOf(state)).toEqual({ 1: 'a', 2: `now ${NOW}` });
	});

	it('keeps the state of a ledger that was withdrawn', () => {
		const { state } = start(running({ 1: 'a', 2: 'b' }), ['1']);
		expect(checkpointsOf(state)).toEqual({ 1: 'a', 2: 'b' });
		expect(checkpointsOf(start(state, ['1', '2']).state)).toEqual({ 1: 'a', 2: 'b' });
	});

	it('drops the state of a ledger that the user no longer selects', () => {
		const selected = { choice: 'selected' as const };
		const { state } = start(running({ 1: 'a', 2: 'b' }, selected), ['1'], selected);
		expect(checkpointsOf(state)).toEqual({ 1: 'a' });
	});

	it('drops all states if the server is another one', () => {
		const baseUrl = 'https://gateway.example';
		const { state, isStart } = start(running({ 1: 'a', 2: 'b' }), ['1'], { baseUrl });
		expect(checkpointsOf(state)).toEqual({ 1: `now ${NOW}` });
		expect(state.scope?.baseUrl).toBe(baseUrl);
		expect(isStart).toBe(true);
	});

	it('leaves the stored state as it was', () => {
		const stored = running({ 1: 'a' });
		start(stored, ['1', '2']);
		expect(checkpointsOf(stored)).toEqual({ 1: 'a' });
	});
});

describe('a restart of a ledger', () => {
	const since = (date: string) => ({
		restarts: [{ ledgerId: '1', key: date, beginning: { kind: 'date' as const, date } }],
	});
	const restarted = start(running({ 1: 'a', 2: 'b' }), ['1', '2'], since('2026-05-16')).state;

	it('begins that ledger again, and no other', () => {
		expect(checkpointsOf(restarted)).toEqual({ 1: 'date 2026-05-16', 2: 'b' });
	});

	it('is applied once as long as the setting stays', () => {
		const later = { ...restarted, ledgers: new Map([['1', { checkpoint: 'c' }]]) };
		const { state } = start(later, ['1'], since('2026-05-16'));
		expect(checkpointsOf(state)).toEqual({ 1: 'c' });
	});

	it('is applied again if the setting changes, or was removed for a poll', () => {
		const changed = start(restarted, ['1'], since('2026-06-01')).state;
		expect(checkpointsOf(changed)).toMatchObject({ 1: 'date 2026-06-01' });
		const later = { ...restarted, ledgers: new Map([['1', { checkpoint: 'c' }]]) };
		const without = start(later, ['1']).state;
		expect(checkpointsOf(start(without, ['1'], since('2026-05-16')).state)).toEqual({
			1: 'date 2026-05-16',
		});
	});

	it('does not add a ledger that the trigger does not read', () => {
		const { state } = start(running({ 2: 'b' }), ['2'], since('2026-05-16'));
		expect(checkpointsOf(state)).toEqual({ 2: 'b' });
		expect(state.restarted).toEqual({});
	});
});

describe('the order in which ledgers are read', () => {
	it.each([
		{ name: 'from the start if no ledger is stored', next: null, order: ['1', '2', '3'] },
		{ name: 'first those that were not read', next: '2', order: ['2', '3', '1'] },
		{ name: 'from the start if the stored ledger is gone', next: '9', order: ['1', '2', '3'] },
	])('is $name', ({ next, order }) => {
		expect(readingOrder(['1', '2', '3'], next)).toEqual(order);
	});
});
