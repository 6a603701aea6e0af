"""
What every party must end up with by the parameters, told beside the story and checked at its end.

    pay, judge, lose_stake, lose_bond as the story goes --check--> each statement's result, what
    the treasury got and what was burnt, to the wei; and all of it together is zero
"""

from typing import Final

from tests.stories.books import Books
from tests.stories.moves import moved_wei
from tests.stories.stage import StoryChain

TREASURY_REASONS: Final = ("take", "bond_to_treasury", "forfeit_to_treasury", "seat_fee_rest")
BURN_REASONS: Final = ("take_burned", "bond_burnt")


class AmountsWrong(AssertionError):
    """Somebody has more or less than the parameters and the rulings give."""


class Amounts:
    """Gains and losses in wei, before transaction fees, and where else coins ended."""

    def __init__(self, chain: StoryChain) -> None:
        self.chain = chain
        self.market = chain.view("compute", "params")
        self.rules = chain.view("verification", "params")
        self.results_wei = dict.fromkeys(chain.keys, 0)
        self.pool_wei = 0  # shares of fees that wait with the verifier for who catches a canary
        self.treasury_wei = self.burned_wei = 0

    def add(self, name: str, amount_wei: int) -> None:
        """Add what somebody gains, or loses below zero."""
        self.results_wei[name] += amount_wei

    def pay(self, payer: str, worker: str, gross_wei: int) -> None:
        """Pay for work; the network takes its share."""
        take_wei = share(gross_wei, self.market.take_bps)
        burned_wei = share(take_wei, self.market.take_burn_bps)
        self.add(payer, -gross_wei)
        self.add(worker, gross_wei - take_wei)
        self.burned_wei += burned_wei
        self.treasury_wei += take_wei - burned_wei

    def judge(self, payer: str, judges: tuple[str, ...], fee_wei: int, won_wei: int = 0) -> None:
        """Share a fee, less the pool's part, and what else the judges won, among them."""
        cut_wei = share(fee_wei, self.rules.canary_share_bps)
        each_wei, rest_wei = divmod(fee_wei - cut_wei + won_wei, len(judges))
        self.add(payer, -fee_wei)
        for name in judges:
            self.add(name, each_wei)
        self.pool_wei += cut_wei
        self.treasury_wei += rest_wei

    def lose_stake(self, loser: str, winner: str, stake_wei: int) -> int:
        """Split the stake of who was wrong in a dispute; return what is the judges' of it."""
        won_wei = share(stake_wei, self.rules.winner_bps)
        judges_wei = share(stake_wei, self.rules.voters_bps)
        self.add(loser, -stake_wei)
        self.add(winner, won_wei)
        self.treasury_wei += stake_wei - won_wei - judges_wei
        return judges_wei

    def lose_bond(self, loser: str, winner: str, bond_wei: int) -> None:
        """Split the bond that a worker forfeits to who proved it wrong."""
        lost_wei = share(bond_wei, self.market.slash_fraud_bps)
        won_wei = share(lost_wei, self.rules.winner_bps)
        self.add(loser, -lost_wei)
        self.add(winner, won_wei)
        self.treasury_wei += lost_wei - won_wei

    def check(self, books: Books) -> None:
        """Raise AmountsWrong where the chain's records say something else."""
        found_wei = {name: statement.result_wei for name, statement in books.close().items()}
        for name, reasons, target in (
            ("treasury", TREASURY_REASONS, "treasury"),
            ("burnt", BURN_REASONS, None),
        ):
            found_wei[name] = sum(
                moved_wei(self.chain, module, *reasons, target=target, since=books.opened_at + 1)
                for module in ("compute", "verification")
            )
        due_wei = self.results_wei | {"treasury": self.treasury_wei, "burnt": self.burned_wei}
        for name, wei in due_wei.items():
            if found_wei[name] != wei:
                raise AmountsWrong(f"{name}: {found_wei[name]} wei, by the parameters {wei}")
        if sum(due_wei.values()) + self.pool_wei:
            raise AmountsWrong(f"{sum(due_wei.values()) + self.pool_wei} wei came from nowhere")


def share(amount_wei: int, bps: int) -> int:
    """Return a share of an amount, rounded down as the chain does."""
    return amount_wei * bps // 10_000
