import type { NodeApiError } from 'n8n-workflow';

import { rewordedError } from '../../../vipps/outcome/errors';
import { readVippsAnswer } from '../../../vipps/outcome/vippsAnswer';
import type { Run } from '../../../vipps/run';

/** The error of a call with the cursor that was kept. If Vipps rejects that cursor, no later poll will do better. */
export function withRestartAdvice(run: Run, ledgerId: string, error: unknown): unknown {
	if (readVippsAnswer(error)?.status !== 400) return error;
	return rewordedError(run, error as NodeApiError, {
		message: `Vipps rejected the trigger's checkpoint of ledger ${ledgerId}`,
		advice: "To read this ledger anew, use the option 'Restart Ledgers'.",
	});
}
