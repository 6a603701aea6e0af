"""
Elections: who has the most stake, and how far the set may move towards it at once.

    candidates --elect--> the set wanted --one step--> the next set --...--> the set wanted

A light client skips ahead while more than a third of the power it trusts still signs. So in one
election at most a third of the power leaves and at most a third joins; the rest follows in the
elections after. A step never empties the set.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chain.types.primitives import Address
from chain.types.validators import VALIDATORS_MAX
from modules.staking.records import (
    POWER_CHANGE_DIVISOR,
    POWER_MAX,
    POWER_UNIT_WEI,
    ValidatorPower,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the set: who runs it, which key signs, with what power."""

    validator: Address
    consensus_address: Address
    power: int


def elect(stakes: Iterable[ValidatorPower], seats: int) -> tuple[ValidatorPower, ...]:
    """
    Return the validators with the most stake, in falling order, and their consensus power.

    `power` of what comes in is stake in wei, of what goes out units of POWER_UNIT_WEI, at most
    POWER_MAX. Ties go to the lower address; who has not one unit is not elected.
    """
    ranked = sorted(stakes, key=lambda item: (-item.power, item.validator))
    units = (
        ValidatorPower(s.validator, min(s.power // POWER_UNIT_WEI, POWER_MAX))
        for s in ranked[:seats]
    )
    return tuple(item for item in units if item.power > 0)


def step(current: tuple[Member, ...], wanted: tuple[Member, ...]) -> tuple[Member, ...]:
    """
    Return the set after one election, as near to the wanted one as a step may go.

    Changes of keys come first, then losses, those who leave before those who shrink, then gains,
    the strongest first. The first set of all is the wanted one.
    """
    if not current:
        return wanted
    return _Step(current, wanted).taken()


class _Step:
    """One election under way: the set so far, and how much power may still move."""

    def __init__(self, current: tuple[Member, ...], wanted: tuple[Member, ...]) -> None:
        self.current, self.wanted = current, wanted
        self.limit = max(sum(member.power for member in current) // POWER_CHANGE_DIVISOR, 1)
        self.may_lose = self.may_gain = self.limit
        self.members = {member.validator: member for member in current}
        self.targets = {member.validator: member for member in wanted}

    def taken(self) -> tuple[Member, ...]:
        """Make all changes that fit; in order of power, then address."""
        self._swap_keys()
        self._lose()
        self._gain()
        kept = sorted(self.members.values(), key=lambda m: (-m.power, m.validator))
        return tuple(kept)

    def _swap_keys(self) -> None:
        """
        A changed key is a member lost and one gained, whole: one validator never sits twice.

        One that is itself above the limit goes alone, or it could never go.
        """
        for member in sorted(self.current, key=lambda m: (-m.power, m.validator)):
            target = self.targets.get(member.validator)
            if target is None or target.consensus_address == member.consensus_address:
                continue
            if member.power > self.limit and self.may_lose == self.limit:
                self.may_lose = self.may_gain = 0
            elif member.power <= min(self.may_lose, self.may_gain):
                self.may_lose -= member.power
                self.may_gain -= member.power
            else:
                continue
            self.members[member.validator] = replace(
                member, consensus_address=target.consensus_address
            )

    def _lose(self) -> None:
        ordered = sorted(
            self.current, key=lambda m: (m.validator in self.targets, -m.power, m.validator)
        )
        for member in ordered:
            target = self.targets.get(member.validator)
            lost = min(member.power - (target.power if target else 0), self.may_lose)
            if lost <= 0:
                continue
            self.may_lose -= lost
            seated = self.members.pop(member.validator)
            if lost < member.power:
                self.members[member.validator] = replace(seated, power=member.power - lost)

    def _gain(self) -> None:
        for target in self.wanted:
            seated = self.members.get(target.validator)
            gained = min(target.power - (seated.power if seated else 0), self.may_gain)
            if gained <= 0 or (seated is None and len(self.members) >= VALIDATORS_MAX):
                continue
            self.may_gain -= gained
            self.members[target.validator] = (
                replace(seated, power=seated.power + gained)
                if seated
                else replace(target, power=gained)
            )
