// Sentences with gaps: "{missed} of the last {window}".

/** Put values into the gaps of a sentence; a gap without a value stays as it is. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
}
