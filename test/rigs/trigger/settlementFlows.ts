import type { ReportEntry, Sandbox } from '../../../sandbox/index';
import { truthOf } from '../engine/settlement/truth';
import { postNode } from '../n8n/accountingSystem';
import { SETTLEMENT_TRIGGER_TYPE } from '../n8n/setup/package.cts';
import { until } from '../n8n/until';
import type { Flow, TriggerRig } from './rig';
import { chainOf, triggerNode } from './workflows';

type Item = Record<string, unknown>;

/** What a settlement trigger starts on, and how its items are compared with what happened. */
interface Events {
	triggerOn: string;
	ledgerId: string;
	/** All that happened so far. */
	happened(sandbox: Sandbox, ledgerId: string): unknown[];
	/** The same of an item. */
	told(item: Item): unknown;
}

const fundsOf = (sandbox: Sandbox, ledgerId: string, entryType: string) =>
	sandbox.movements(ledgerId, 'funds').filter((entry) => entry.entryType === entryType);

const numberOf = ({ pspReference }: ReportEntry) => String(pspReference).split('-').at(-1);

/** Each on a ledger of its own. */
const events: Events[] = [
	{
		triggerOn: 'payoutScheduled',
		ledgerId: '451207',
		happened: (sandbox, ledgerId) =>
			fundsOf(sandbox, ledgerId, 'payout-scheduled').map((entry) => {
				return [numberOf(entry), -entry.amount / 100];
			}),
		told: ({ payoutNumber, payout }) => [payoutNumber, payout],
	},
	{
		triggerOn: 'payoutReturned',
		ledgerId: '302321',
		happened: (sandbox, ledgerId) =>
			fundsOf(sandbox, ledgerId, 'payout-aborted').map((entry) => {
				return [numberOf(entry), entry.amount / 100, entry.ledgerDate];
			}),
		told: ({ payoutNumber, payout, returnedDate }) => [payoutNumber, payout, returnedDate],
	},
	{
		triggerOn: 'transaction',
		ledgerId: '302334',
		happened: (sandbox, ledgerId) =>
			sandbox
				.movements(ledgerId, 'funds')
				.map((entry) => ({ ledgerId, dedupeKey: expect.any(String), ...entry })),
		told: (item) => item,
	},
	{
		triggerOn: 'dateFinal',
		ledgerId: '0451893',
		happened: (sandbox, ledgerId) =>
			truthOf(sandbox, ledgerId)
				.payouts.flatMap(({ ledgerDates }) => ledgerDates)
				.map((date) => {
					const entries = sandbox.movementsOfDate(ledgerId, 'funds', date);
					const [opening, closing] = [entries.at(0)?.balanceBefore, entries.at(-1)?.balanceAfter];
					return [date, Number(opening) / 100, Number(closing) / 100];
				}),
		told: ({ ledgerDate, opening, closing }) => [ledgerDate, opening, closing],
	},
];

/** Workflows in n8n, one for each kind of event. */
export interface SettlementFlows {
	/** Waits until as much is booked as has happened; gives both, by what the workflows start on. */
	whenDelivered(): Promise<{ booked: Item; happened: Item }>;
}

/** Switches a workflow on for each kind of event, from the first one of its ledger. */
export async function startSettlementFlows(rig: TriggerRig): Promise<SettlementFlows> {
	const flows = new Map<Events, Flow>();
	for (const each of events) {
		const { triggerOn, ledgerId } = each;
		const parameters = {
			...{ triggerOn, output: triggerOn === 'transaction' ? 'entries' : 'rows' },
			...{ startFrom: 'beginning', ledgers: 'selected', ledgerIds: [ledgerId] },
		};
		const node = { ...triggerNode(parameters), type: SETTLEMENT_TRIGGER_TYPE };
		const flow = await rig.create((url) => chainOf(triggerOn, [node, postNode(url)]));
		await rig.activate(flow);
		flows.set(each, flow);
	}
	const happenedTo = ({ happened, ledgerId }: Events) => happened(rig.sandbox, ledgerId);
	const bookedOf = (each: Events) => flows.get(each)?.accounting.booked ?? [];
	const isThere = (each: Events) => bookedOf(each).length >= happenedTo(each).length;
	const byKind = (valuesOf: (each: Events) => unknown[]): Item =>
		Object.fromEntries(events.map((each) => [each.triggerOn, valuesOf(each)]));
	return {
		whenDelivered: async () => {
			const isAllThere = () => events.every(isThere);
			await until(isAllThere, 'every event', 240_000).catch(() => undefined);
			return {
				booked: byKind((each) => bookedOf(each).map((item) => each.told(item as Item))),
				happened: byKind(happenedTo),
			};
		},
	};
}
