export function readsDist(file: string): boolean;
export function testFiles(words?: string[]): string[];
