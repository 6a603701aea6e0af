"""All who act, together in one town; at the end of every example all of them go silent."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Final

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from chain.kit.verdicts import Level
from modules.governance.module import Governance
from modules.governance.records import Status
from modules.mint.module import Mint
from tests.modules.markets.annotators import Annotators
from tests.modules.markets.contributors import Contributors
from tests.modules.markets.disputes import Disputes
from tests.modules.markets.erasers import Erasers
from tests.modules.markets.fleet import Fleets
from tests.modules.markets.governors import Governors
from tests.modules.markets.guardians import Guardians
from tests.modules.markets.policies import Policies
from tests.modules.markets.purses import Purses
from tests.modules.markets.silence import everybody_is_silent

TURNS_MAX: Final = 12  # rounds of more examples, for names that were not heard
MORE_SHARE: Final = 16  # a round has one in so many of the first examples


class MarketMachine(
    Policies, Disputes, Fleets, Governors, Contributors, Annotators, Erasers, Guardians, Purses
):
    """Any of them may do anything, in any order, and vanish."""

    tally: ClassVar[Counter[str]] = Counter()

    def teardown(self) -> None:
        """Whatever was done, all of it comes to an end when nobody does anything any more."""
        if not self.is_whole:
            return  # a step failed, or Hypothesis broke it off: there is nothing to end
        self.check_purses()
        everybody_is_silent(self.town)
        self.check_speakers()
        self.tally["examples"] += 1
        self.tally["minted"] += self.town.call(Mint, "minted") > 0
        self.tally.update(self.town.heard)
        self.tally.update(f"level.{item.name}" for item in self.levels())
        for number in range(1, self.town.call(Governance, "proposal_count") + 1):
            found = self.town.call(Governance, "proposal", number)
            if found.status == Status.EXECUTED:
                names = [change.parameter.split(".")[0] for change in found.changes]
                self.tally.update(f"{name} changed" for name in names)

    def levels(self) -> list[Level]:
        """Return the level of every claim that was asked for."""
        court = self.town.court
        return [court.claims[number].terms.level for number in range(1, court.count + 1)]


def run(
    crowd: type[MarketMachine], examples: int, steps: int, names: Sequence[str]
) -> Counter[str]:
    """
    Let a crowd loose in so many examples, the same in every run; return what was counted.

    What is rare comes in one sequence of choices and not in the next, and a change anywhere makes
    it another: where a name was not heard, some more examples are tried, a few times.
    """
    _let_loose(crowd, examples, steps)
    for turn in range(1, TURNS_MAX + 1):
        if all(crowd.tally[name] for name in names):
            break
        seed(turn)(crowd)
        _let_loose(crowd, max(2, examples // MORE_SHARE), steps)
    return crowd.tally


def _let_loose(crowd: type[MarketMachine], examples: int, steps: int) -> None:
    run_state_machine_as_test(
        crowd,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
