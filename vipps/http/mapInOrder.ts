/**
 * Maps a list with several of its inputs at the same time; the outputs are in the order of the inputs. If several fail, it throws the error
 * of the first of them in the list, as soon as all inputs before it are done. After an error no further input is started.
 *
 * @param concurrency how many inputs are mapped at the same time
 */
export async function mapInOrder<Input, Output>(
	inputs: Input[],
	concurrency: number,
	mapper: (input: Input, index: number) => Promise<Output>,
): Promise<Output[]> {
	const outputs = new Array<Output>(inputs.length);
	const pending = new Set<number>();
	const errors = new Map<number, unknown>();
	let started = 0;
	return await new Promise((resolve, reject) => {
		const settle = () => {
			const first = Math.min(...errors.keys());
			if (errors.size > 0 && Math.min(...pending) > first) reject(errors.get(first));
			else if (pending.size === 0 && started === inputs.length) resolve(outputs);
		};
		const start = async () => {
			const index = started++;
			pending.add(index);
			try {
				outputs[index] = await mapper(inputs[index] as Input, index);
			} catch (error) {
				errors.set(index, error);
			}
			pending.delete(index);
			if (started < inputs.length && errors.size === 0) void start();
			settle();
		};
		if (inputs.length === 0) resolve(outputs);
		while (started < Math.min(concurrency, inputs.length)) void start();
	});
}
