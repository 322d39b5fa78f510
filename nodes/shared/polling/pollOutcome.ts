import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { unusableAnswer } from '../../../vipps/outcome/errors';
import { readPollHint, withPollHint, type PollHint } from '../../../vipps/outcome/pollHint';
import { sentences } from '../../../vipps/outcome/wording';
import type { Run } from '../../../vipps/run';
import { noteFailure, reportLasting } from './lastingFailures';
import type { LedgerRead } from './readLedger';
import type { State } from './state';

/** What a poll read of one ledger. */
export interface PolledLedger<Checkpoint> extends LedgerRead<Checkpoint> {
	/** Whether its error, if any, only means that the poll was over. */
	isCut: boolean;
}

/** The result of one poll, and the state to keep with it. */
export interface PollOutcome<Checkpoint> {
	items: IDataObject[];
	state: State<Checkpoint>;
	/** The error for an execution of its own: ledgers fail in one poll after the other. */
	lasting?: NodeApiError;
}

/**
 * The outcome of a poll. A ledger that failed does not stop the others: the log has its error, and the next poll reads it again.
 *
 * @param wanted what the trigger delivers, for messages: `sales`
 * @param now ISO, UTC
 * @throws NodeApiError if every ledger failed, or the keys were refused
 */
export function pollOutcome<Checkpoint>(
	run: Run,
	wanted: string,
	state: State<Checkpoint>,
	polled: Array<PolledLedger<Checkpoint>>,
	now: string,
): PollOutcome<Checkpoint> {
	const failed = polled.filter(({ error, isCut }) => error !== undefined && !isCut);
	const untried = polled.filter(({ pages, error }) => pages === 0 && error === undefined);
	const cut = polled.filter(({ pages, isCut }) => pages === 0 && isCut);
	const isUnanswered = polled.length > 0 && polled.every(({ pages }) => pages === 0);
	if (isUnanswered) {
		const ofAll = withCause(failed, 'credential-invalid') ?? withCause(failed, 'rate-limited');
		if (ofAll !== undefined) throw ofAll;
		// If a few ledgers take up all the time of a poll, the next one begins with others before it gives up.
		if (untried.length === 0 || state.isUnanswered) throw worstOf(run, failed, wanted);
	}

	const ledgers = new Map(state.ledgers);
	for (const { ledgerId, state: read } of polled) ledgers.set(ledgerId, read);
	for (const ledger of failed) {
		const isRefused = ledger.pages === 0 && isRefusal(ledger);
		if (!(isRefused && ledger.state.isRefused)) warn(run, ledger, isRefused);
		const noted = ledger.pages === 0 ? noteFailure(ledger.state, now) : ledger.state;
		ledgers.set(ledger.ledgerId, isRefused ? { ...noted, isRefused } : noted);
	}
	const next = untried[0] ?? cut[0];
	return {
		items: polled.flatMap(({ items }) => items),
		state: { ...state, ledgers, next: next?.ledgerId ?? null, isUnanswered },
		lasting: reportLasting(run, failed, ledgers, now),
	};
}

type Failed = Pick<LedgerRead<unknown>, 'ledgerId' | 'error'>;

const withCause = (failed: Failed[], cause: PollHint['cause']): unknown =>
	failed.find(({ error }) => readPollHint(error)?.cause === cause)?.error;

/** Whether access to the ledger is refused. A 401 is one too, if other ledgers were read with the same token. */
function isRefusal({ error }: Failed): boolean {
	const cause = readPollHint(error)?.cause;
	return cause === 'configuration-invalid' || cause === 'credential-invalid';
}

/** Of several errors the one that says most; of none, that there was no answer in time. */
function worstOf(run: Run, failed: Failed[], wanted: string): NodeApiError {
	const worst = failed.find((ledger) => !isRefusal(ledger)) ?? failed[0];
	if (worst) return worst.error as NodeApiError;
	const why =
		'Vipps did not answer in the time that n8n allows for a poll. It is asked again at the next one.';
	const error = unusableAnswer(run, `any ${wanted}`, why);
	return withPollHint(error, { cause: 'temporarily-unavailable' });
}

function warn({ context, node }: Run, { ledgerId, error }: Failed, isRefused: boolean): void {
	const { message, description } = error as NodeApiError;
	const then = isRefused
		? 'The other ledgers go on; this one is asked again at each poll, and told of no more.'
		: 'It is asked again at the next poll.';
	const words = sentences([message, description ?? undefined, then]);
	context.logger.warn(`${node.name}: ${words}`, { ledgerId });
}
