// Coins: rounded for reading, or to the wei where the reader has chosen that.
import { useLanguage } from "../text/language";
import { COIN, coins, count, exactCoins } from "../text/numbers";
import { useExact } from "./units";

export function Amount({ wei, signed = false }: { wei: bigint; signed?: boolean }) {
  const [language, isExact] = [useLanguage(), useExact()];
  const text = isExact ? exactCoins(wei, language) : coins(wei, language);
  return (
    <data class="amount" value={wei.toString()} title={`${count(wei, language)} wei`}>
      {signed && wei > 0n ? "+" : ""}
      {text} <span class="unit">{COIN}</span>
    </data>
  );
}

export function Count({ value }: { value: number | bigint }) {
  return <span class="number">{count(value, useLanguage())}</span>;
}
