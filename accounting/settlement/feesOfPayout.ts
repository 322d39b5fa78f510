import { currencyOf } from '../currency';
import { formatAmount, sum } from '../money';
import type { Movement } from './movement';

/** The fees that were kept back from a payout. */
export interface RetainedFees {
	/** Entries of the fees ledger, in their order. */
	fees: Movement[];
	/** Why they are not to be trusted, in words; null if they add up to what was kept back. */
	finding: string | null;
}

const isRetention = ({ entry }: Movement): boolean => entry.entryType === 'fees-retained';

/**
 * The fees of retentions on funds: what lies on the fees ledger between two retentions belongs to the later one, whatever its date, since a
 * late fee belongs to the next retention.
 *
 * @param retentions on funds, in their order
 * @param fees of the fees ledger, in their order, from behind an earlier retention
 */
export function feesOfRetentions(retentions: Movement[], fees: Movement[]): RetainedFees {
	const sections = cutBehindRetentions(fees);
	const found: Movement[] = [];
	const findings: string[] = [];
	for (const retention of retentions) {
		const place = sections.findIndex((section) => belongsTo(section.retention, retention));
		const [section] = place < 0 ? [] : sections.splice(place, 1);
		if (!section) {
			findings.push(`There are no fees of ${show(retention)} on ${retention.ledgerDate}`);
			continue;
		}
		found.push(...section.fees);
		const total = sum(section.fees.map(({ amount }) => amount));
		if (total !== retention.amount) {
			findings.push(
				`The fees add up to ${show(retention, total)}, ${show(retention)} was kept back on ${retention.ledgerDate}`,
			);
		}
	}
	return { fees: found, finding: findings.join('; ') || null };
}

interface Section {
	fees: Movement[];
	retention: Movement;
}

/** Fees behind the last retention have not been kept back yet. */
function cutBehindRetentions(movements: Movement[]): Section[] {
	const sections: Section[] = [];
	let fees: Movement[] = [];
	for (const movement of movements) {
		if (isRetention(movement)) {
			sections.push({ fees, retention: movement });
			fees = [];
		} else {
			fees.push(movement);
		}
	}
	return sections;
}

/** Funds and fees have the same retention, with opposite signs. */
const belongsTo = (onFees: Movement, onFunds: Movement): boolean =>
	onFees.ledgerDate === onFunds.ledgerDate && onFees.amount === -onFunds.amount;

const show = ({ entry, amount }: Movement, shown = amount): string =>
	formatAmount(shown, currencyOf(entry.currency).decimals);
