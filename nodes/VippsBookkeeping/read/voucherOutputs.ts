import type { IDataObject } from 'n8n-workflow';

import type { Voucher } from '../../../accounting/voucher/voucher';
import { voucherItems, type VoucherOutput } from '../../../accounting/voucher/voucherItems';

/** The items of the outputs Vouchers and Needs Review. A voucher with a finding is only in the second. */
export function voucherOutputsOf(vouchers: Voucher[], output: VoucherOutput): IDataObject[][] {
	const itemsOf = (some: Voucher[]) => some.flatMap(voucherItems[output]);
	const isReady = ({ findings }: Voucher) => findings.length === 0;
	return [
		itemsOf(vouchers.filter(isReady)),
		itemsOf(vouchers.filter((voucher) => !isReady(voucher))),
	];
}
