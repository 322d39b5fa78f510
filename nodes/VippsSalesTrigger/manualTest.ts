import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { collect } from '../../vipps/collect';
import { keyedItems } from '../../accounting/keyedItems';
import { dedupeKeys } from '../../accounting/dedupeKey';
import { salesOfDate } from '../../vipps/endpoints';
import { operationError } from '../../vipps/errors';
import { MAX_PAGE_SIZE } from '../../vipps/paginate';
import { openRun, type Run } from '../../vipps/run';
import type { SalesEntry } from '../../vipps/types';
import { grantedLedgers } from './grantedLedgers';
import type { Settings } from './settings';

/** Enough to build a workflow with. */
const MOST_LEDGERS = 5;
const MOST_DATES = 7;
const MOST_SALES = 10;
/** A person waits for it. */
const TIME_LIMIT_MS = 40_000;
/** The ledger dates of all markets differ from Norway's by an hour at most. */
const ZONE = 'Europe/Oslo';

interface Sale {
	entry: SalesEntry;
	key: string;
	ledgerId: string;
}

/**
 * The latest sales of a few ledgers, to try a workflow with. The feed begins at the first sale, so these are asked for by date,
 * the last date first, until there are enough.
 *
 * @throws NodeOperationError that says so in plain words when there are none
 * @throws NodeApiError when no ledger could be read
 */
export async function manualTest(
	context: IPollFunctions,
	settings: Settings,
): Promise<IDataObject[]> {
	const run = openRun(context, { timeLimitMs: TIME_LIMIT_MS, sharesFailures: false });
	try {
		const all = settings.choice === 'all' ? await grantedLedgers(run) : settings.ledgerIds;
		if (all.length === 0) {
			throw operationError(context.getNode(), 'These keys may not read any ledger yet', {
				description:
					'A merchant has to grant access in the Vipps MobilePay business portal, under Reports → Accounting partners.',
			});
		}
		const ledgerIds = all.slice(0, MOST_LEDGERS);
		const latest = await latestSales(ledgerIds, run, settings);
		if (latest.length > 0) {
			return latest.flatMap(({ entry, key, ledgerId }) =>
				keyedItems(entry, key, ledgerId, settings),
			);
		}
		const among =
			all.length > ledgerIds.length ? `the first ${MOST_LEDGERS} ledgers` : 'the ledgers';
		throw operationError(
			context.getNode(),
			`No sales that fit were found on ${among} in the last ${MOST_DATES} days`,
			{
				description:
					'The trigger itself is fine: once the workflow is active, it starts when something is sold.',
			},
		);
	} finally {
		run.close();
	}
}

const byTime = (one: Sale, other: Sale): number =>
	String(one.entry.time).localeCompare(String(other.entry.time));

/** Oldest first. What is there by then is enough, where a date before cannot be read. */
async function latestSales(ledgerIds: string[], run: Run, settings: Settings): Promise<Sale[]> {
	const today = DateTime.now().setZone(ZONE);
	let latest: Sale[] = [];
	for (let days = 0; days < MOST_DATES && latest.length < MOST_SALES; days++) {
		const date = today.minus({ days }).toFormat('yyyy-MM-dd');
		const before = await salesOn(date, ledgerIds, run, settings).catch((error: unknown) => {
			if (latest.length === 0) throw error;
		});
		if (!before) break;
		latest = [...before, ...latest].sort(byTime).slice(-MOST_SALES);
	}
	return latest;
}

async function salesOn(
	date: string,
	ledgerIds: string[],
	run: Run,
	settings: Settings,
): Promise<Sale[]> {
	const outcomes = await Promise.allSettled(
		ledgerIds.map(async (ledgerId) => {
			const walk = salesOfDate(run, ledgerId, date);
			const { items } = await collect(run, walk, { limit: MAX_PAGE_SIZE });
			const keys = dedupeKeys(ledgerId);
			return items
				.map((entry) => ({ entry, key: keys.next(entry), ledgerId }))
				.filter(({ entry }) => settings.wants(entry));
		}),
	);
	// A ledger that cannot be read holds back no other here, either.
	const [failed] = outcomes.filter((outcome) => outcome.status === 'rejected');
	if (failed && outcomes.every(({ status }) => status === 'rejected')) throw failed.reason;
	return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
}
