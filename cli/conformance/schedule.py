"""
Which fork's rules a block of an imported chain is executed by.

    genesis.json's config --of_config--> ForkSchedule --at(height, time)--> Fork, Machine, rules
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from chain.errors import Malformed
from chain.types.header import Header
from chain.validation import AdmissionRules
from chain.vm.fork import (
    BERLIN,
    BYZANTIUM,
    CANCUN,
    CONSTANTINOPLE,
    FRONTIER,
    HOMESTEAD,
    ISTANBUL,
    LONDON,
    PARIS,
    PETERSBURG,
    PRAGUE_WITH_BLOBS,
    SHANGHAI,
    SPURIOUS_DRAGON,
    TANGERINE_WHISTLE,
    Fork,
)
from chain.vm.machine import Machine

BY_HEIGHT: Final = (  # names of go-ethereum's config, in order
    ("homesteadBlock", HOMESTEAD),
    ("eip150Block", TANGERINE_WHISTLE),
    ("eip158Block", SPURIOUS_DRAGON),
    ("byzantiumBlock", BYZANTIUM),
    ("constantinopleBlock", CONSTANTINOPLE),
    ("petersburgBlock", PETERSBURG),
    ("istanbulBlock", ISTANBUL),
    ("berlinBlock", BERLIN),
    ("londonBlock", LONDON),
    ("mergeNetsplitBlock", PARIS),
)
BY_TIME: Final = (
    ("shanghaiTime", SHANGHAI),
    ("cancunTime", CANCUN),
    ("pragueTime", PRAGUE_WITH_BLOBS),
)
ORDER: Final = (FRONTIER, *(fork for _, fork in BY_HEIGHT), *(fork for _, fork in BY_TIME))
# wei per unit of the exponential (EIP-4844, EIP-7691), where the config names none
UPDATE_FRACTIONS: Final = {"cancun": 3_338_477, "prague": 5_007_716}
REWARDS_WEI: Final = (  # of a block, until work ended
    (CONSTANTINOPLE, 2 * 10**18),
    (BYZANTIUM, 3 * 10**18),
    (FRONTIER, 5 * 10**18),
)


@dataclass(frozen=True)
class ForkSchedule:
    """The forks of one chain, with the height or the second at which each begins."""

    by_height: tuple[tuple[int, Fork], ...]
    by_time: tuple[tuple[int, Fork], ...]
    update_fractions: Mapping[str, int]  # by the fork's name in lower case

    @classmethod
    def of_config(cls, config: Mapping[str, Any]) -> "ForkSchedule":
        """Read the config of a genesis file; raises Malformed."""
        blobs = config.get("blobSchedule") or {}
        fractions = {
            name: _number(blobs.get(name) or {}, "baseFeeUpdateFraction", usual)
            for name, usual in UPDATE_FRACTIONS.items()
        }
        return cls(_begins(config, BY_HEIGHT), _begins(config, BY_TIME), fractions)

    def at(self, height: int, timestamp_s: int) -> Fork:
        """Return the fork of a block."""
        found = FRONTIER
        for first, fork in self.by_height:
            found = fork if height >= first else found
        for first_s, fork in self.by_time:
            found = fork if timestamp_s >= first_s else found
        return found

    def of(self, header: Header) -> Fork:
        """Return the fork of a header's block."""
        return self.at(header.height, header.timestamp_s)

    def blob_base_fee_wei(self, fork: Fork, excess_gas: int) -> int:
        """Return the price of blob gas; 1 wei before there are blobs."""
        fraction = self.update_fractions.get(fork.name.lower())
        return 1 if fraction is None else compute_blob_base_fee_wei(excess_gas, fraction)


def _begins(
    config: Mapping[str, Any], names: tuple[tuple[str, Fork], ...]
) -> tuple[tuple[int, Fork], ...]:
    return tuple(
        (_number(config, name, 0), fork) for name, fork in names if config.get(name) is not None
    )


def _number(config: Mapping[str, Any], name: str, usual: int) -> int:
    value = config.get(name, usual)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Malformed(f"genesis config {name}: a number expected, found {value!r}")
    return value


def is_from(fork: Fork, first: Fork) -> bool:
    """Whether a fork is `first` or came after it."""
    return ORDER.index(fork) >= ORDER.index(first)


def reward_wei(fork: Fork) -> int:
    """Return what the miner of a block is given, in wei; nothing from Paris on."""
    if is_from(fork, PARIS):
        return 0
    return next(amount for first, amount in REWARDS_WEI if is_from(fork, first))


def compute_blob_base_fee_wei(excess_gas: int, update_fraction: int) -> int:
    """Return the price of blob gas, in wei (EIP-4844's fake_exponential)."""
    total, term, step = 0, update_fraction, 1
    while term > 0:
        total += term
        term = term * excess_gas // (update_fraction * step)
        step += 1
    return total // update_fraction


@cache
def machine_of(name: str) -> Machine:
    """Return the machine of a fork by its name; none has native modules."""
    return Machine(next(fork for fork in ORDER if fork.name == name))


def admission_of(fork: Fork) -> AdmissionRules:
    """Return what a fork's blocks let in."""
    return AdmissionRules(
        allow_unprotected=True,
        limit_initcode=fork.limits_initcode,
        carry_blobs=fork.carries_blobs,
        schedule=fork.schedule,
    )
