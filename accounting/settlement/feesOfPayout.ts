import { currencyOf } from '../currency';
import { formatAmount, sum } from '../money';
import { createChain } from './chain';
import type { Movement } from './movement';

/** The fees that were kept back from a payout. */
export interface RetainedFees {
	/** Entries of the fees ledger, in their order. */
	fees: Movement[];
	/** Why they are not to be trusted, in words; null if they follow one another and add up to what was kept back. */
	finding: string | null;
}

/** Whether a movement keeps fees back. */
export const isRetention = ({ entry }: Movement): boolean => entry.entryType === 'fees-retained';

/**
 * Gives the fees of the retentions of one payout on funds after the other: what lies on the fees ledger between two retentions belongs to the
 * later one, whatever its date, since a late fee belongs to the next retention.
 *
 * @param fees of the fees ledger, in their order, from behind an earlier retention
 */
export function feesByRetention(fees: Movement[]): (retentions: Movement[]) => RetainedFees {
	const sections = cutBehindRetentions(fees);
	return (retentions) => {
		const sums = retentions.map((retention) => {
			const place = sections.findIndex((section) => belongsTo(section.retention, retention));
			const [section] = place < 0 ? [] : sections.splice(place, 1);
			return { fees: section?.fees ?? [], finding: findingOf(retention, section) };
		});
		const findings = sums.flatMap(({ finding }) => finding ?? []);
		return { fees: sums.flatMap((each) => each.fees), finding: findings.join('; ') || null };
	};
}

function findingOf(retention: Movement, section?: Section): string | null {
	const { ledgerDate, amount } = retention;
	if (!section) return `There are no fees of ${show(retention)} on ${ledgerDate}`;
	const total = sum(section.fees.map((fee) => fee.amount));
	if (total === amount) return section.broken;
	return `The fees add up to ${show(retention, total)}, ${show(retention)} was kept back on ${ledgerDate}`;
}

interface Section {
	fees: Movement[];
	retention: Movement;
	/** Where an entry is missing, doubled or altered, in words. */
	broken: string | null;
}

/** Fees behind the last retention have not been kept back yet. */
function cutBehindRetentions(movements: Movement[]): Section[] {
	const sections: Section[] = [];
	const chain = createChain(null);
	let fees: Movement[] = [];
	let broken: string | null = null;
	for (const movement of movements) {
		const brokenHere = chain.add(movement);
		broken ??= movement.doubt ?? brokenHere;
		if (isRetention(movement)) {
			// A retention without fees may be the one before once more.
			const before = fees.length === 0 ? sections.at(-1) : undefined;
			if (before) before.broken ??= broken;
			sections.push({ fees, retention: movement, broken });
			fees = [];
			broken = null;
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
