"""
The rules of each Ethereum fork, flat: what one fork differs in is one line here.

The chain runs at PRAGUE. The others exist because the public state tests name them.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from eth.vm.forks.berlin.computation import BerlinComputation
from eth.vm.forks.byzantium.computation import ByzantiumComputation
from eth.vm.forks.cancun.computation import CancunComputation
from eth.vm.forks.constantinople.computation import ConstantinopleComputation
from eth.vm.forks.frontier.computation import FrontierComputation
from eth.vm.forks.homestead.computation import HomesteadComputation
from eth.vm.forks.istanbul.computation import IstanbulComputation
from eth.vm.forks.london.computation import LondonComputation
from eth.vm.forks.paris.computation import ParisComputation
from eth.vm.forks.petersburg.computation import PetersburgComputation
from eth.vm.forks.prague.computation import PragueComputation
from eth.vm.forks.shanghai.computation import ShanghaiComputation
from eth.vm.forks.spurious_dragon.computation import SpuriousDragonComputation
from eth.vm.forks.tangerine_whistle.computation import TangerineWhistleComputation

from chain import params
from chain.fees import PRAGUE_SCHEDULE, IntrinsicSchedule

_FRONTIER_SCHEDULE = IntrinsicSchedule(
    data_nonzero_byte_gas=68, create_gas=0, initcode_word_gas=0, floor_token_gas=0
)
_HOMESTEAD_SCHEDULE = _FRONTIER_SCHEDULE._replace(create_gas=params.TRANSACTION_CREATE_GAS)
_ISTANBUL_SCHEDULE = _HOMESTEAD_SCHEDULE._replace(
    data_nonzero_byte_gas=params.DATA_NONZERO_BYTE_GAS
)
_SHANGHAI_SCHEDULE = _ISTANBUL_SCHEDULE._replace(initcode_word_gas=params.INITCODE_WORD_GAS)


@dataclass(frozen=True, slots=True)
class Fork:
    """What a transaction meets at one fork; the instructions themselves are py-evm's class."""

    name: str
    computation_class: type[Any]  # of py-evm
    schedule: IntrinsicSchedule
    refund_quotient: int = params.REFUND_QUOTIENT  # refunds are at most gas used / this
    selfdestruct_refund_gas: int = 0  # per destroyed account, until EIP-3529
    sweeps_empty: bool = True  # touched empty accounts are deleted (EIP-161)
    limits_initcode: bool = True  # EIP-3860
    carries_blobs: bool = False  # EIP-4844, for public tests and imported chains only
    blobs_max: int = 6  # blobs of a block, where there are any
    sets_code: bool = False  # EIP-7702
    repairs_modexp: bool = True  # our own MODEXP, at the prices of EIP-2565 (Berlin on)
    translates: bool = False  # translated code knows the instructions and prices from Paris on


PRAGUE: Final = Fork("Prague", PragueComputation, PRAGUE_SCHEDULE, sets_code=True, translates=True)
# Ethereum's own Prague carries blobs, as this chain's does not (EIP-7691).
PRAGUE_WITH_BLOBS: Final = replace(PRAGUE, carries_blobs=True, blobs_max=9)
CANCUN: Final = Fork(
    "Cancun", CancunComputation, _SHANGHAI_SCHEDULE, carries_blobs=True, translates=True
)
SHANGHAI: Final = Fork("Shanghai", ShanghaiComputation, _SHANGHAI_SCHEDULE, translates=True)
PARIS: Final = Fork(
    "Paris", ParisComputation, _ISTANBUL_SCHEDULE, limits_initcode=False, translates=True
)
LONDON: Final = Fork("London", LondonComputation, _ISTANBUL_SCHEDULE, limits_initcode=False)


def _before_london(
    name: str,
    computation_class: type[Any],
    schedule: IntrinsicSchedule,
    *,
    sweeps_empty: bool = True,
    repairs_modexp: bool = False,
) -> Fork:
    """Describe a fork with the refunds that EIP-3529 took away."""
    return Fork(
        name,
        computation_class,
        schedule,
        refund_quotient=2,
        selfdestruct_refund_gas=24_000,  # 24 thousand gas
        sweeps_empty=sweeps_empty,
        limits_initcode=False,
        repairs_modexp=repairs_modexp,
    )


BERLIN: Final = _before_london("Berlin", BerlinComputation, _ISTANBUL_SCHEDULE, repairs_modexp=True)
ISTANBUL: Final = _before_london("Istanbul", IstanbulComputation, _ISTANBUL_SCHEDULE)
PETERSBURG: Final = _before_london("ConstantinopleFix", PetersburgComputation, _HOMESTEAD_SCHEDULE)
CONSTANTINOPLE: Final = _before_london(
    "Constantinople", ConstantinopleComputation, _HOMESTEAD_SCHEDULE
)
BYZANTIUM: Final = _before_london("Byzantium", ByzantiumComputation, _HOMESTEAD_SCHEDULE)
SPURIOUS_DRAGON: Final = _before_london("EIP158", SpuriousDragonComputation, _HOMESTEAD_SCHEDULE)
TANGERINE_WHISTLE: Final = _before_london(
    "EIP150", TangerineWhistleComputation, _HOMESTEAD_SCHEDULE, sweeps_empty=False
)
HOMESTEAD: Final = _before_london(
    "Homestead", HomesteadComputation, _HOMESTEAD_SCHEDULE, sweeps_empty=False
)
FRONTIER: Final = _before_london(
    "Frontier", FrontierComputation, _FRONTIER_SCHEDULE, sweeps_empty=False
)

FORKS: Final = {
    fork.name: fork
    for fork in (
        FRONTIER,
        HOMESTEAD,
        TANGERINE_WHISTLE,
        SPURIOUS_DRAGON,
        BYZANTIUM,
        CONSTANTINOPLE,
        PETERSBURG,
        ISTANBUL,
        BERLIN,
        LONDON,
        PARIS,
        SHANGHAI,
        CANCUN,
        PRAGUE,
    )
}
