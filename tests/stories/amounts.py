"""
What every party must end up with by the parameters, told beside the story and checked at its end.

    add, pay_judge as the story goes --> check(books) --> each statement's result, to the wei
"""

from tests.stories.books import Books
from tests.stories.stage import StoryChain


class AmountsWrong(AssertionError):
    """Somebody has more or less than the parameters and the rulings give."""


class Amounts:
    """Gains and losses in wei, before transaction fees, and what stays with the verifier."""

    def __init__(self, chain: StoryChain) -> None:
        self.market = chain.view("compute", "params")
        self.rules = chain.view("verification", "params")
        self.results_wei = dict.fromkeys(chain.keys, 0)
        self.pool_wei = 0  # shares of fees that wait for who catches a canary

    def add(self, **amounts_wei: int) -> None:
        """Add what people gain, or lose below zero."""
        for name, amount_wei in amounts_wei.items():
            self.results_wei[name] += amount_wei

    def pay_judge(self, name: str, fee_wei: int, won_wei: int = 0) -> None:
        """Give a judge its fee less the pool's share, and its part of a lost bond."""
        cut_wei = share(fee_wei, self.rules.canary_share_bps)
        self.pool_wei += cut_wei
        self.add(**{name: fee_wei - cut_wei + won_wei})

    def check(self, books: Books) -> None:
        """Raise AmountsWrong where a statement's result is another one."""
        for name, statement in books.close().items():
            found_wei, due_wei = statement.result_wei, self.results_wei[name]
            if found_wei != due_wei:
                raise AmountsWrong(f"{name}: {found_wei} wei, by the parameters {due_wei}")


def share(amount_wei: int, bps: int) -> int:
    """Return a share of an amount, rounded down as the chain does."""
    return amount_wei * bps // 10_000
