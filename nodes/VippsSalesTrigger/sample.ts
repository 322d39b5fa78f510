import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { keyedItems } from '../../accounting/items/keyedItems';
import { dedupeKeys } from '../../accounting/items/dedupeKey';
import { gather } from '../../vipps/paging/take';
import { salesOfDate } from '../../vipps/api/endpoints';
import { operationError } from '../../vipps/outcome/errors';
import { asWorded } from '../../vipps/outcome/nodeError';
import { openRun, type Run } from '../../vipps/run';
import type { SalesEntry } from '../../vipps/api/types';
import { grantedLedgers } from '../shared/ledgers/grantedLedgers';
import type { Settings } from '../shared/polling/settings';

/** Enough to build a workflow with. */
const MOST_LEDGERS = 5;
const MOST_DATES = 7;
const MOST_SALES = 10;
/** A person waits for it. */
const TIME_LIMIT_MS = 40_000;
/** The ledger dates of all markets differ from Norway's by an hour at most. */
const ZONE = 'Europe/Oslo';

const ALL_IS_WELL =
	'The trigger itself is fine: once the workflow is active, it starts when something is sold.';

interface Sale {
	entry: SalesEntry;
	key: string;
	ledgerId: string;
}

/** What has been read so far. */
interface Latest {
	/** Oldest first, no more than are shown. */
	sales: Sale[];
	/** How many were read, whether or not they fit. */
	count: number;
	/** Down to which date, `YYYY-MM-DD`. */
	date?: string;
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
	const latest: Latest = { sales: [], count: 0 };
	try {
		await readLatest(run, settings, latest).catch((failure: unknown) => {
			const isOver = run.signal?.aborted === true;
			if (latest.sales.length === 0) throw isOver ? outOfTime(run, latest) : failure;
		});
		return latest.sales.flatMap(({ entry, key, ledgerId }) =>
			keyedItems(entry, key, ledgerId, settings),
		);
	} catch (failure) {
		throw asWorded(run.node, failure, 'show the latest sales');
	} finally {
		run.close();
	}
}

/** @throws NodeOperationError or NodeApiError as above; what was read by then stays */
async function readLatest(run: Run, settings: Settings, latest: Latest): Promise<void> {
	const all = settings.choice === 'all' ? await grantedLedgers(run) : settings.ledgerIds;
	if (all.length === 0) {
		throw operationError(run.node, 'These keys may not read any ledger yet', {
			description:
				'A merchant has to grant access in the Vipps MobilePay business portal, under Reports → Accounting partners.',
		});
	}
	const ledgerIds = all.slice(0, MOST_LEDGERS);
	const today = DateTime.now().setZone(ZONE);
	for (let days = 0; days < MOST_DATES && latest.sales.length < MOST_SALES; days++) {
		latest.date = today.minus({ days }).toFormat('yyyy-MM-dd');
		await readDate(run, settings, ledgerIds, latest);
	}
	if (latest.sales.length > 0) return;
	const among = all.length > ledgerIds.length ? `the first ${MOST_LEDGERS} ledgers` : 'the ledgers';
	const where = `on ${among} in the last ${MOST_DATES} days`;
	throw operationError(run.node, `No sales that fit were found ${where}`, {
		description: ALL_IS_WELL,
	});
}

/**
 * Reads a date of each ledger to its end, since the latest sales come last. A ledger that cannot be read holds back no other here, either.
 *
 * @throws NodeApiError when none of them could be read
 */
async function readDate(
	run: Run,
	settings: Settings,
	ledgerIds: string[],
	latest: Latest,
): Promise<void> {
	const reads = ledgerIds.map(async (ledgerId) => {
		const keys = dedupeKeys(ledgerId);
		const walk = salesOfDate(run, ledgerId, latest.date ?? '');
		return await gather(run, walk, { limit: Infinity }, (entries) => {
			const sales = entries.map((entry) => ({ entry, key: keys.next(entry), ledgerId }));
			const fitting = sales.filter(({ entry }) => settings.wants(entry));
			latest.sales = [...latest.sales, ...fitting].sort(byTime).slice(-MOST_SALES);
			latest.count += sales.length;
			return [];
		});
	});
	const outcomes = await Promise.all(reads);
	const failures = outcomes.map(({ failure }) => failure).filter(Boolean);
	if (failures.length === outcomes.length) throw failures[0];
}

const byTime = (one: Sale, other: Sale): number =>
	String(one.entry.time).localeCompare(String(other.entry.time));

function outOfTime(run: Run, { count, date }: Latest): Error {
	const seconds = TIME_LIMIT_MS / 1000;
	const read =
		date === undefined
			? 'Vipps had not sent the list of ledgers by then.'
			: `By then, ${count} sales were read, back to ${date}.`;
	return operationError(run.node, `No sales that fit were found in ${seconds} seconds`, {
		description: `${read} ${ALL_IS_WELL}`,
	});
}
