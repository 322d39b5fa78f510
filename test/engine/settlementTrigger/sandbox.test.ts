import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { setClock } from '../../rigs/engine/clock';
import { keysOf, settlementRigOn, type PollRig } from '../../rigs/engine/trigger/pollRig';

const START = '2026-05-28T12:00:00Z';
const DAYS = 9;

describe('the settlement trigger, against the mock API', () => {
	let sandbox: Sandbox;
	let rig: PollRig;
	beforeEach(async () => {
		sandbox = await startSandbox({ now: START });
		rig = settlementRigOn(sandbox);
		itIs(START);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await sandbox.close();
	});

	/** Both the mock API and the trigger are to see this time. */
	const itIs = (iso: string) => {
		sandbox.clock.set(iso);
		setClock(iso);
	};

	/** Polls once a day; gives the items of all polls. */
	async function pollDaily(parameters: INodeParameters, start = START): Promise<IDataObject[]> {
		rig.set(parameters);
		const items: IDataObject[] = [];
		for (let day = 0; day <= DAYS; day++) {
			itIs(new Date(Date.parse(start) + day * 86_400_000).toISOString());
			items.push(...(await rig.poll()));
		}
		return items;
	}

	const entriesOf = (list: 'funds' | 'fees', ...types: string[]) =>
		sandbox.ledgers().flatMap(({ ledgerId }) =>
			sandbox
				.movements(ledgerId, list)
				.filter(({ entryType }) => types.length === 0 || types.includes(entryType))
				.map((entry): IDataObject => ({ ledgerId, ...entry })),
		);

	const idsOf = (items: IDataObject[]) =>
		items
			.map(({ ledgerId, payoutNumber, pspReference }) =>
				payoutNumber ? `${ledgerId}-${payoutNumber}` : String(pspReference),
			)
			.sort();

	it('brings each payout of all ledgers once, with what it is made of', async () => {
		const items = await pollDaily({ startFrom: 'beginning' });
		expect(idsOf(items)).toEqual(idsOf(entriesOf('funds', 'payout-scheduled')));
		for (const item of items) {
			const { opening, sales, refunds, fees, payout, closing } = item as Record<string, number>;
			const { disputes, corrections, topUps, returned, other } = item as Record<string, number>;
			const moved = [sales, refunds, fees, disputes, corrections, topUps, returned, other];
			const cents = (amount?: number) => Math.round((amount ?? NaN) * 100);
			const sum = moved.reduce<number>((total, amount) => total + cents(amount), cents(opening));
			expect(sum).toBe(cents(payout) + cents(closing));
			expect(item.finding).toBeNull();
		}
		expect(new Set(keysOf(items)).size).toBe(items.length);
	});

	it('brings only payouts that are scheduled after the start, by default', async () => {
		const items = await pollDaily({});
		const later = entriesOf('funds', 'payout-scheduled').filter(({ time }) => String(time) > START);
		expect(later.length).toBeGreaterThan(20);
		expect(idsOf(items)).toEqual(idsOf(later));
	});

	it('brings the payout whose money came back, when it did', async () => {
		const items = await pollDaily({ triggerOn: 'payoutReturned' });
		const [returned] = entriesOf('funds', 'payout-aborted');
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
			ledgerId: returned?.ledgerId,
			status: 'returned',
			returnedDate: returned?.ledgerDate,
			payout: Number(returned?.amount) / 100,
		});
	});

	it.each([
		{ triggerOn: 'transaction', list: 'funds' as const },
		{ triggerOn: 'fee', list: 'fees' as const },
	])('brings each $triggerOn once, as sent, in any size of executions', async (given) => {
		const items = await pollDaily({
			...{ triggerOn: given.triggerOn, output: 'entries', startFrom: 'beginning' },
			options: { maxItems: 4000 },
		});
		for (let polls = 0; polls < 10; polls++) items.push(...(await rig.poll()));
		const sent = entriesOf(given.list);
		const withoutKey = items.map(({ dedupeKey, ...item }) => ({ item, dedupeKey }));
		for (const { ledgerId } of sandbox.ledgers()) {
			const mine = withoutKey.filter(({ item }) => item.ledgerId === ledgerId);
			expect(mine.map(({ item }) => item)).toEqual(
				sent.filter((each) => each.ledgerId === ledgerId),
			);
		}
		expect(new Set(keysOf(items)).size).toBe(sent.length);
	});

	it('brings the statement of each date that has become final, one after the other', async () => {
		const items = await pollDaily({
			triggerOn: 'dateFinal',
			ledgers: 'selected',
			ledgerIds: ['302321'],
		});
		expect(items.map(({ ledgerDate }) => ledgerDate)).toEqual(
			['2026-05-28', '2026-05-29', '2026-05-30', '2026-05-31', '2026-06-01', '2026-06-02'].concat([
				'2026-06-03',
				'2026-06-04',
				'2026-06-05',
			]),
		);
		for (const [index, item] of items.slice(1).entries()) {
			expect(item.opening).toBe(items[index]?.closing);
			expect(item).toMatchObject({ isFinal: true, finding: null });
		}
	});

	it.each([
		{ of: 'monthly payouts', ledgerId: '310488', from: START },
		{ of: 'no traffic', ledgerId: '602745', from: '2026-04-12T12:00:00Z' },
	])('asks once a poll for a date that stays open: $of', async ({ ledgerId, from }) => {
		await pollDaily({ triggerOn: 'dateFinal', ledgers: 'selected', ledgerIds: [ledgerId] }, from);
		sandbox.requests.length = 0;
		expect(await rig.poll()).toEqual([]);
		expect(sandbox.requests.map(({ path }) => path)).toEqual([
			expect.stringContaining(`/${ledgerId}/funds/dates/`),
		]);
	});

	it('shows the latest payouts in a manual test, and keeps nothing', async () => {
		rig.set({ ledgers: 'selected', ledgerIds: ['302321', '310488'] });
		const items = await rig.poll({ mode: 'manual' });
		expect(items.map(({ ledgerId, ledgerDate }) => [ledgerId, ledgerDate])).toEqual([
			['302321', '2026-05-27'],
			['310488', '2026-04-30'],
		]);
		expect(rig.saved).toBe('{}');
	});
});
