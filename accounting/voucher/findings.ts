import { shorten } from '../../vipps/outcome/preview';
import { formatAmount } from '../money';
import { addExactly } from './addExactly';
import { predicateOf, type SalesFinding } from './findingCode';

/** What a person has to look at, of one kind. */
export interface Finding {
	code: string;
	/** Of how many sales or movements. */
	count: number;
	/** What they come to, in signed minor units. */
	amount: number;
	/** The same in words for a bookkeeper. */
	reason: string;
}

/** A finding of one sale or movement. */
export interface Found {
	code: SalesFinding;
	/** What of it the finding is about, in signed minor units. */
	amount: number;
	/** What is to be named, such as a rate. */
	which?: string;
}

/** What a finding is about: an entry is neither a sale nor a refund. */
export type Subject = 'sale' | 'refund' | 'entry';

/** Collects findings; their memory does not grow with the number of sales. */
export interface FindingLog {
	/** Adds what was found in one sale or movement: several findings of a kind count as one. */
	add(subject: Subject, found: readonly Found[]): void;
	/** Sorted by code. */
	list(decimals: number): Finding[];
}

interface Kind {
	counts: Record<Subject, number>;
	amount: number;
	named: Set<string>;
}

/** How many different values are named. */
const MOST_NAMED = 3;
const LONGEST_NAME = 40;

/** A log without findings. */
export function createFindings(): FindingLog {
	const kinds = new Map<SalesFinding, Kind>();
	return {
		add(subject, found) {
			for (const { code, amount, which } of found) {
				const kind = kinds.get(code) ?? newKind();
				kinds.set(code, kind);
				kind.amount = addExactly(kind.amount, amount);
				if (which !== undefined) keepFirst(kind.named, shorten(String(which), LONGEST_NAME));
			}
			for (const code of new Set(found.map((each) => each.code))) {
				(kinds.get(code) as Kind).counts[subject]++;
			}
		},
		list: (decimals) =>
			[...kinds]
				.sort(([first], [second]) => (first < second ? -1 : 1))
				.map(([code, kind]) => toFinding(code, kind, decimals)),
	};
}

const newKind = (): Kind => ({
	counts: { sale: 0, refund: 0, entry: 0 },
	amount: 0,
	named: new Set(),
});

/** Keeps the first values by alphabet, and whether there are more, so that their order does not matter. */
function keepFirst(named: Set<string>, value: string): void {
	named.add(value);
	if (named.size <= MOST_NAMED + 1) return;
	named.delete([...named].sort().at(-1) as string);
}

function toFinding(code: SalesFinding, { counts, amount, named }: Kind, decimals: number): Finding {
	const count = counts.sale + counts.refund + counts.entry;
	const total = formatAmount(Math.abs(amount), decimals);
	const who =
		count === 1 ? `${subjectOf(counts)} of ${total}` : `${subjectOf(counts)}, ${total} in total,`;
	return {
		code,
		count,
		amount,
		reason: `${who} ${predicateOf(code, count === 1, namesOf(named))}`,
	};
}

const nouns: Record<Subject, [one: string, several: string]> = {
	sale: ['sale', 'sales'],
	refund: ['refund', 'refunds'],
	entry: ['entry', 'entries'],
};

/** `2 sales and 1 refund` */
const subjectOf = (counts: Kind['counts']): string =>
	(Object.keys(nouns) as Subject[])
		.filter((subject) => counts[subject] > 0)
		.map((subject) => `${counts[subject]} ${nouns[subject][counts[subject] === 1 ? 0 : 1]}`)
		.join(' and ');

function namesOf(named: Set<string>): string {
	const sorted = [...named].sort();
	const shown = sorted.slice(0, MOST_NAMED).join(', ');
	return sorted.length > MOST_NAMED ? `${shown} and others` : shown;
}
