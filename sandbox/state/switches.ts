/**
 * What the public documentation leaves open, each with the readings that are plausible. The first
 * reading is the default. A client must get along with every one.
 */
export const switchTable = {
	refundSign: {
		means: 'Sign of the amounts of a refund (and of its quantities and line totals)',
		readings: ['negative', 'positive'],
	},
	refundLines: {
		means: 'Whether a refund repeats the order lines it gives back',
		readings: ['mixed', 'always', 'never'],
	},
	feedHasMore: {
		means: 'Whether the feed sends hasMore',
		readings: ['sent', 'absent'],
	},
	caughtUpFeed: {
		means: 'The cursor of a feed without news; or the last page with items has none already',
		readings: [
			'sameCursor',
			'newCursor',
			'emptyCursor',
			'nullCursor',
			'noCursor',
			'noCursorOnLastPage',
		],
	},
	emptyDatePages: {
		means: 'Empty pages of a date: none, one after each that has more, or the last page',
		readings: ['never', 'between', 'end'],
	},
	dateEndCursor: {
		means: 'The cursor of the last page of a date',
		readings: ['absent', 'sent', 'empty', 'null'],
	},
	lookupEnvelope: {
		means: 'Body of a look-up; object is the entry itself when it is the only one, else items',
		readings: ['items', 'array', 'object'],
	},
	unknownReference: {
		means: 'A look-up that finds nothing: 404, or the envelope with nothing in it',
		readings: ['notFound', 'empty'],
	},
	ledgerListEnd: {
		means: 'The cursor of the last page of ledgers',
		readings: ['empty', 'null', 'absent'],
	},
	dateCloses: {
		means: 'What closes a date of funds and fees: the payout that covers it, or midnight',
		readings: ['payout', 'midnight'],
	},
	openDate: {
		means: 'An open date of funds and fees: what there is, with tryLater; or nothing, with 404',
		readings: ['tryLater', 'notFound'],
	},
	emptyReportPages: {
		means: 'Empty pages of funds and fees: none, or one after each that has more',
		readings: ['never', 'between'],
	},
	reportPages: {
		means:
			'Entries on a page of funds and fees: 1000 or 100, with or without a header that says so',
		readings: ['large', 'largeWithHeader', 'small', 'smallWithHeader'],
	},
	reportNoAccess: {
		means: 'Funds and fees of a ledger that the keys may not read: 404, or an empty list',
		readings: ['notFound', 'empty'],
	},
	payoutReference: {
		means: 'The reference of a payout',
		readings: ['text', 'empty', 'null'],
	},
	missingHandle: {
		means: 'The recipientHandle of an entry that has none',
		readings: ['empty', 'null'],
	},
	retentionReference: {
		means:
			'The pspReference of fees-retained: ledger and date, ledger and a number like a payout, an id of its own, empty, or null',
		readings: ['dated', 'numbered', 'opaque', 'empty', 'null'],
	},
	expiresIn: {
		means: 'How the token call writes expires_in',
		readings: ['number', 'string', 'absent'],
	},
	salesUnitExpiresIn: {
		means: 'How the token call of a sales unit writes expires_in',
		readings: ['string', 'number', 'absent'],
	},
	salesUnitReports: {
		means: 'What the keys of a sales unit get from ledgers, funds and fees: access, 403 or 401',
		readings: ['granted', 'forbidden', 'unauthorized'],
	},
	problemStatus: {
		means: 'How problem+json writes status',
		readings: ['number', 'string'],
	},
	systemHeaders: {
		means:
			'Missing or overlong Vipps-System-* headers: recorded with the request, or refused with 400',
		readings: ['record', 'enforce'],
	},
} as const satisfies Record<string, { means: string; readings: readonly [string, ...string[]] }>;

/** The name of a switch. */
export type SwitchName = keyof typeof switchTable;

/** One reading for each switch. Change a property and the next answer follows it. */
export type Switches = { [Name in SwitchName]: (typeof switchTable)[Name]['readings'][number] };

/** The names of all switches. */
export const switchNames = Object.keys(switchTable) as SwitchName[];

/** Why something cannot be a choice of switches, in words for a person; undefined when it can. */
export function complaintAbout(choices: unknown): string | undefined {
	if (typeof choices !== 'object' || choices === null || Array.isArray(choices)) {
		return 'Give the switches as an object, such as {"refundSign":"positive"}';
	}
	for (const [name, value] of Object.entries(choices)) {
		const known = switchNames.find((each) => each === name);
		if (known === undefined)
			return `There is no switch "${name}". There are: ${switchNames.join(', ')}`;
		const readings: readonly unknown[] = switchTable[known].readings;
		if (!readings.includes(value)) return `${name} can be ${readings.join(', ')}`;
	}
	return undefined;
}

/**
 * All switches at their defaults, but for those chosen. Throws a RangeError when a choice does not
 * exist.
 */
export function createSwitches(choices: Partial<Switches> = {}): Switches {
	const complaint = complaintAbout(choices);
	if (complaint) throw new RangeError(complaint);
	const defaults = Object.fromEntries(
		switchNames.map((name) => [name, switchTable[name].readings[0]]),
	);
	return { ...(defaults as Switches), ...choices };
}
