// An amount of a token that travels: this chain's coin as coins, another token by its decimals.
import { tokenAddress } from "@kumiai/token";
import { useLanguage } from "../../text/language";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";

interface Props {
  readonly of: bigint; // in the token's smallest units
  readonly asset: { readonly asset: { readonly token: string; readonly isNative: boolean; readonly decimals: number } };
}

const COIN = tokenAddress; // this chain's own coin, as a token
const SHOWN_DIGITS = 6; // behind the point

export function Units({ of, asset: { asset } }: Props) {
  const language = useLanguage();
  if (asset.isNative && asset.token.toLowerCase() === COIN) return <Amount wei={of} />;
  const whole = 10n ** BigInt(asset.decimals);
  const fraction = (of % whole).toString().padStart(asset.decimals, "0").slice(0, SHOWN_DIGITS).replace(/0+$/, "");
  return (
    <span class="number" title={count(of, language)}>
      {count(of / whole, language)}
      {fraction && `.${fraction}`}
    </span>
  );
}
