/**
 * Works on a list, several of its inputs at a time, and gives the outputs in its order. Of several failures it throws the
 * one that comes first in the list, as soon as all before it is done; behind a failure nothing is begun any more.
 *
 * @param atOnce how many inputs are worked on at a time
 */
export async function inOrder<Input, Output>(
	inputs: Input[],
	atOnce: number,
	work: (input: Input, index: number) => Promise<Output>,
): Promise<Output[]> {
	const outputs = new Array<Output>(inputs.length);
	const unfinished = new Set<number>();
	const failures = new Map<number, unknown>();
	let begun = 0;
	return await new Promise((resolve, reject) => {
		const settle = () => {
			const first = Math.min(...failures.keys());
			if (failures.size > 0 && Math.min(...unfinished) > first) reject(failures.get(first));
			else if (unfinished.size === 0 && begun === inputs.length) resolve(outputs);
		};
		const begin = async () => {
			const index = begun++;
			unfinished.add(index);
			try {
				outputs[index] = await work(inputs[index] as Input, index);
			} catch (failure) {
				failures.set(index, failure);
			}
			unfinished.delete(index);
			if (begun < inputs.length && failures.size === 0) void begin();
			settle();
		};
		if (inputs.length === 0) resolve(outputs);
		while (begun < Math.min(atOnce, inputs.length)) void begin();
	});
}
