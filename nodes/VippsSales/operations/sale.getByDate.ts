import type { IDataObject } from 'n8n-workflow';

import { collect } from '../../../vipps/collect';
import { salesOfDate } from '../../../vipps/endpoints';
import { ledgerField, readLedgerId } from '../fields/ledger';
import { hintAtHistoricalFloor, ledgerDateFields, readLedgerDates } from '../fields/ledgerDates';
import { optionsField } from '../fields/options';
import { outputField, readOutput } from '../fields/output';
import { pageSizeOption, paginationFields, readPagination } from '../fields/pagination';
import type { Operation } from './operation';

/** What was sold on a ledger on one date, or on each date of a range. */
export const saleGetByDate: Operation = {
	resource: 'sale',
	option: {
		name: 'Get by Date',
		value: 'getByDate',
		action: 'Get sales by date',
		description: 'Get what was sold on a date, or on each date of a range',
	},
	fields: [
		ledgerField,
		...ledgerDateFields,
		...paginationFields,
		outputField,
		optionsField(pageSizeOption),
	],
	async run(itemIndex) {
		const ledgerId = readLedgerId(this, itemIndex);
		const ledgerDates = readLedgerDates(this, itemIndex);
		const wanted = readPagination(this, itemIndex);
		const shape = readOutput(this, itemIndex);
		hintAtHistoricalFloor(this, ledgerDates);
		const output: IDataObject[] = [];
		let left = wanted.limit;
		for (const ledgerDate of ledgerDates) {
			if (left <= 0) break;
			const walk = salesOfDate(this, ledgerId, ledgerDate);
			const { items } = await collect(this, walk, { ...wanted, limit: left });
			const entries = items.slice(0, left);
			left -= entries.length;
			for (const item of shape(entries, ledgerId, ledgerDate)) output.push(item);
		}
		return { outputs: [output] };
	},
};
