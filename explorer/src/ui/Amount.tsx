// Coins: rounded for reading, or to the wei where the reader has chosen that.
import { useLanguage } from "../text/language";
import { COIN, coins, count, exactCoins } from "../text/numbers";
import { useExact } from "./units";

interface Props {
  readonly wei: bigint;
  readonly signed?: boolean; // with a plus where there is no minus
  readonly digits?: number; // behind the point, at most
}

export function Amount({ wei, signed = false, digits }: Props) {
  const [language, isExact] = [useLanguage(), useExact()];
  const [text, unit] = isExact ? [exactCoins(wei, language), COIN] : coins(wei, language, digits);
  return (
    <data class="amount" value={wei.toString()} title={`${count(wei, language)} wei`}>
      {signed && wei > 0n ? "+" : ""}
      {text} <span class="unit">{unit}</span>
    </data>
  );
}

export function Count({ value }: { value: number | bigint }) {
  return <span class="number">{count(value, useLanguage())}</span>;
}
