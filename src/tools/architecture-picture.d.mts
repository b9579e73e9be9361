/** The rooms of `src` and their imports, as SVG. */
export function architecturePicture(): string;
