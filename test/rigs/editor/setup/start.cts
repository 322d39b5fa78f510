import provideTemplate, { removeTemplate } from '../../n8n/setup/provideTemplate.cts';
import { checkChromium } from '../browser.cts';
import { startRig } from './rig.cts';

/** Ends what was started. */
export let stop: () => Promise<void> = async () => {};

/** Before all test files. With `UI_ADDRESSES` set, the n8n that runs there is taken. */
export default async function start(): Promise<void> {
	checkChromium();
	if (process.env.UI_ADDRESSES) return;
	await provideTemplate();
	const rig = await startRig();
	stop = async () => {
		await rig.stop();
		await removeTemplate();
	};
	process.env.UI_ADDRESSES = JSON.stringify(rig.addresses);
}
