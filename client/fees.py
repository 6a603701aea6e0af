"""What a unit of gas costs now: the base fee of the next block and the tips of the last ones."""

from dataclasses import dataclass
from typing import Final

from client.answers import field, number
from client.errors import AnswerInvalid, FeeTooLow
from client.transport import Transport

HISTORY_BLOCKS: Final = 4  # whose tips tell what is paid now
MEDIAN: Final = 50
BASE_FEE_HEADROOM: Final = 2  # the base fee may double (six full blocks) while this one waits
TIP_WEI_DEFAULT: Final = 10**9  # 1 gwei, where no block tells what is paid
PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class Fees:
    """Wei for one unit of gas: in all, and the part of it that the proposer gets."""

    max_fee_wei: int
    tip_wei: int

    def raised(self, percent: int) -> "Fees":
        """Return prices higher by so much, rounded up, as a replacement needs."""
        factor = PERCENT + percent
        return Fees(*(-(-wei * factor // PERCENT) for wei in (self.max_fee_wei, self.tip_wei)))

    def at_least(self, other: "Fees") -> "Fees":
        """Return the higher of both, price by price."""
        most = max(self.max_fee_wei, other.max_fee_wei)
        return Fees(most, max(self.tip_wei, other.tip_wei))

    def check(self, fee_wei_max: int) -> None:
        """Raise FeeTooLow where this is more than somebody wants to pay."""
        if self.max_fee_wei > fee_wei_max:
            raise FeeTooLow(f"{self.max_fee_wei:,} wei for gas asked, {fee_wei_max:,} allowed")


async def current_fees(transport: Transport) -> Fees:
    """Return prices that a transaction is taken for now; raises NodeError."""
    found = await transport.call("eth_feeHistory", hex(HISTORY_BLOCKS), "latest", [MEDIAN])
    base_fees = field(found, "baseFeePerGas")
    if not isinstance(base_fees, list) or not base_fees:
        raise AnswerInvalid("a fee history with base fees expected")
    paid = sorted(tip for tip in map(_tip_of, found.get("reward") or []) if tip > 0)
    tip_wei = paid[len(paid) // 2] if paid else TIP_WEI_DEFAULT
    return Fees(number(base_fees[-1]) * BASE_FEE_HEADROOM + tip_wei, tip_wei)


def _tip_of(row: object) -> int:
    return number(row[0]) if isinstance(row, list) and row else 0
