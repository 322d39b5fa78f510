import { randomOf } from '../../history/random';
import type { ReportEntry } from '../../wire';
import type { ReportQuery } from './reportPages';

/** An entry with what is known of the customer, where that was asked for: only for VM numbers (Report API guide). */
export const withCustomerData =
	({ includeGDPRSensitiveData }: ReportQuery) =>
	(entry: ReportEntry): ReportEntry => {
		const isOfNumber = /^(NO|DK|FI):/.test(entry.recipientHandle ?? '');
		if (includeGDPRSensitiveData !== 'true' || !isOfNumber) return entry;
		const random = randomOf(String(entry.pspReference), 'customer');
		const name = random.pick(['Kari Eksempel', 'Ola Eksempel', 'Mette Prøve', 'Aino Esimerkki']);
		const maskedPhoneNo = `xxxx ${random.whole(1000, 9999)}`;
		return Object.assign({ ...entry }, { name, message: 'Takk!', maskedPhoneNo });
	};
