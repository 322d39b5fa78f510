import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { setClock } from '../../rigs/engine/clock';
import { settlementRigOn, type PollRig } from '../../rigs/engine/trigger/pollRig';

const MONTHLY = '310488';
const SILENT = '602745';
const DAILY = '451207';

describe('dates that become final, of several ledgers', () => {
	let sandbox: Sandbox;
	let rig: PollRig;
	beforeAll(async () => void (sandbox = await startSandbox()));
	beforeEach(() => {
		rig = settlementRigOn(sandbox);
		sandbox.withdrawn.clear();
		sandbox.switches.reportNoAccess = 'notFound';
	});
	afterEach(() => jest.restoreAllMocks());
	afterAll(async () => await sandbox.close());

	const choose = (...ledgerIds: string[]) =>
		rig.set({ triggerOn: 'dateFinal', ledgers: 'selected', ledgerIds });

	/** Polls at noon; gives the items. */
	async function pollOn(ledgerDate: string): Promise<IDataObject[]> {
		sandbox.requests.length = 0;
		sandbox.clock.set(`${ledgerDate}T12:00:00Z`);
		setClock(`${ledgerDate}T12:00:00Z`);
		return await rig.poll();
	}
	const april = (day: number) => `2026-04-${String(day).padStart(2, '0')}`;
	const datesOf = (items: IDataObject[], ledgerId: string) =>
		items.filter((item) => item.ledgerId === ledgerId).map(({ ledgerDate }) => ledgerDate);
	/** How many calls the last poll made for a ledger. */
	const callsFor = (ledgerId: string) =>
		sandbox.requests.filter(({ path }) => path.includes(`/ledgers/${ledgerId}/`)).length;

	it('come day by day where others stay open for a month, which costs a call a poll each', async () => {
		choose(MONTHLY, SILENT, DAILY);
		expect(await pollOn(april(1))).toEqual([]);
		for (let day = 2; day <= 30; day++) {
			const items = await pollOn(april(day));
			expect(items.map(({ ledgerId, ledgerDate }) => [ledgerId, ledgerDate])).toEqual([
				[DAILY, april(day - 1)],
			]);
			expect([MONTHLY, SILENT].map(callsFor)).toEqual([1, 1]);
		}
		const items = await pollOn('2026-05-02');
		expect(datesOf(items, MONTHLY)).toEqual(
			Array.from({ length: 30 }, (_, index) => april(index + 1)),
		);
		expect(datesOf(items, DAILY)).toEqual([april(30), '2026-05-01']);
	});

	it.each(['notFound', 'empty'] as const)(
		'wait while access is withdrawn, and hold up no other: its list is %s then',
		async (reading) => {
			sandbox.switches.reportNoAccess = reading;
			choose('302321', DAILY);
			await pollOn(april(1));
			sandbox.withdrawn.add(DAILY);
			for (const day of [2, 3]) {
				const items = await pollOn(april(day));
				expect(items.map(({ ledgerId, ledgerDate }) => [ledgerId, ledgerDate])).toEqual([
					['302321', april(day - 1)],
				]);
			}
			expect(rig.warnings[0]).toContain(DAILY);
			sandbox.withdrawn.clear();
			const items = await pollOn(april(4));
			expect(datesOf(items, DAILY)).toEqual([april(1), april(2), april(3)]);
			expect(items.every(({ sales }) => Number(sales) > 0)).toBe(true);
		},
	);
});
