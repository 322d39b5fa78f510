import type { IDataObject } from 'n8n-workflow';

import { currencyOf } from '../../../accounting/currency';
import { formatAmount, sum } from '../../../accounting/money';
import type { PayoutGroup } from '../../../accounting/settlement/payouts';
import type { Hints } from '../../../vipps/hints';

/**
 * Tells how many payouts there are, what they come to, and which are not to be trusted.
 *
 * @param items the payouts as they are returned; they have findings of fees, too
 */
export function hintAtPayouts(hints: Hints, groups: PayoutGroup[], items: IDataObject[]): void {
	for (const { ledgerId, payoutNumber, finding } of items) {
		if (finding === null) continue;
		hints.count('warning', [ledgerId, payoutNumber ?? 'open'].join('-'), findings);
	}
	const scheduled = groups.filter(({ payout }) => payout);
	if (scheduled.length > 0) hints.collect('info', scheduled, payoutsInWords);
}

function payoutsInWords(lists: PayoutGroup[][]): string {
	const groups = lists.flat();
	const totals = [...new Set(groups.map(({ currency }) => currency))].map((currency) => {
		const amounts = groups
			.filter((group) => group.currency === currency)
			.map(({ payout }) => payout?.amount ?? 0);
		return `${formatAmount(-sum(amounts), currencyOf(currency).decimals)} ${currency}`;
	});
	const count = groups.length === 1 ? '1 payout' : `${groups.length} payouts`;
	return `${count}, ${totals.join(' and ')} in total. Scheduled is not paid yet: compare them with the bank.`;
}

const findings = (payouts: string, count: number): string =>
	count === 1
		? `Payout ${payouts} does not add up. See its finding.`
		: `${count} payouts do not add up: ${payouts}. See their findings.`;
