/** The fields of a Vipps Sales row that the demo reads. Amounts are in major units, refunds are negative. */
export interface SalesRow {
	ledgerId: string;
	currency: string;
	entryType: string;
	gross: number;
	/** Null if the merchant gave no VAT. */
	net: number | null;
	vat: number | null;
}

/** An item of the Ledger operation. */
export interface LedgerItem {
	ledgerId: string;
	currency?: string;
	salesUnits?: Array<{ name?: string }>;
}

/** Sums in minor units. */
export interface Sums {
	entries: number;
	captures: number;
	refunds: number;
	gross: number;
	/** Only of the entries with VAT, like `vat`. */
	net: number;
	vat: number;
	/** The number of entries without VAT. */
	withoutVat: number;
}

export interface LedgerSales extends Sums {
	ledgerId: string;
	/** The name of its first sales unit, or the ledger's id if it has none. */
	name: string;
	currency: string;
}

export interface CurrencySales extends Sums {
	currency: string;
}

const nothing: Sums = {
	entries: 0,
	captures: 0,
	refunds: 0,
	gross: 0,
	net: 0,
	vat: 0,
	withoutVat: 0,
};

/**
 * One line per ledger and currency, in the order of the ledgers. A ledger without sales has a line, too.
 *
 * @throws TypeError if a row is not one
 */
export function salesByLedger(
	rows: readonly unknown[],
	ledgers: readonly LedgerItem[],
): LedgerSales[] {
	const lines = new Map<string, LedgerSales>();
	const lineOf = (ledgerId: string, currency: string): LedgerSales => {
		const key = JSON.stringify([ledgerId, currency]);
		const ledger = ledgers.find((candidate) => candidate.ledgerId === ledgerId);
		const name = ledger?.salesUnits?.[0]?.name ?? ledgerId;
		const line = lines.get(key) ?? { ledgerId, name, currency, ...nothing };
		lines.set(key, line);
		return line;
	};
	for (const { ledgerId, currency } of ledgers) if (currency) lineOf(ledgerId, currency);
	for (const row of rows) {
		assertRow(row);
		addRow(lineOf(row.ledgerId, row.currency), row);
	}
	return [...lines.values()];
}

/** The totals of each currency, sorted by its code. */
export function totalsByCurrency(lines: readonly LedgerSales[]): CurrencySales[] {
	const totals = new Map<string, CurrencySales>();
	for (const line of lines) {
		const total = totals.get(line.currency) ?? { currency: line.currency, ...nothing };
		for (const key of Object.keys(nothing) as Array<keyof Sums>) total[key] += line[key];
		totals.set(line.currency, total);
	}
	return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Amounts are added as integers: sums of decimals are not exact. */
function addRow(sums: Sums, { entryType, gross, net, vat }: SalesRow): void {
	sums.entries += 1;
	if (entryType === 'capture') sums.captures += 1;
	if (entryType === 'refund') sums.refunds += 1;
	sums.gross += minorUnits(gross);
	if (net === null || vat === null) {
		sums.withoutVat += 1;
		return;
	}
	sums.net += minorUnits(net);
	sums.vat += minorUnits(vat);
}

function minorUnits(amount: number): number {
	return Math.round(amount * 100);
}

function assertRow(value: unknown): asserts value is SalesRow {
	const row = value as Partial<Record<keyof SalesRow, unknown>> | null;
	const isAmount = (amount: unknown) => amount === null || typeof amount === 'number';
	const isRow =
		typeof row?.ledgerId === 'string' &&
		typeof row.currency === 'string' &&
		typeof row.entryType === 'string' &&
		typeof row.gross === 'number' &&
		isAmount(row.net) &&
		isAmount(row.vat);
	if (!isRow) throw new TypeError(`Not a row of sales: ${JSON.stringify(value).slice(0, 200)}`);
}
