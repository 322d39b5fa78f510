import type { Run } from '../../../vipps/run';

/** What a user is told if these keys open no ledger. */
export const NO_ACCESS = 'These keys may not read any ledger yet';

/** Who has to do what for it. Known behind the first call. */
export const howToGetAccess = (run: Pick<Run, 'hasSalesUnitKeys'>): string =>
	run.hasSalesUnitKeys()
		? 'Check that the sales unit is active in the Vipps MobilePay business portal.'
		: 'A merchant has to grant access in the Vipps MobilePay business portal, under Reports → Accounting partners.';
