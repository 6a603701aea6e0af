"""The governed parameters of identity: costs, waits, and how much of what there may be."""

from typing import Any, Final

from chain.kit.abi import WordType, word_type
from chain.kit.memo import memo
from chain.kit.record import Params, Record, Scope, field_types, param
from chain.kit.storage import Held, Words
from chain.types.primitives import ZERO_ADDRESS, Address, Seconds, Wei

COIN: Final = 10**18
DAY_BLOCKS: Final = 43_200  # of two seconds
YEAR_BLOCKS: Final = 15_778_800
CREDENTIALS_MAX: Final = 64  # the most that governance may let one subject hold


def _wei(coins: int, doc: str, minimum: int = 0) -> Any:
    most = 100_000 * COIN
    return param(default=Wei(coins), doc=doc, minimum=minimum, maximum=most, scope=Scope.NEW_ONLY)


def _blocks(default: int, doc: str, scope: Scope = Scope.NEW_ONLY) -> Any:
    """A wait; one that is counted back from now, with no end of its own, follows a vote at once."""
    return param(default=default, doc=doc, minimum=1, maximum=YEAR_BLOCKS, scope=scope)


class IdentityParams(Params):
    """What registering costs, who may freeze, and every wait; waits count in blocks."""

    registration_fee_wei: Wei = _wei(COIN // 10, "burned when a subject registers, in wei")
    subject_bond_wei: Wei = _wei(COIN, "a subject's bond, back when it is deactivated, in wei")
    recovery_delay_blocks: int = _blocks(
        3 * DAY_BLOCKS, "blocks in which the owner may veto a recovery"
    )
    guardian_delay_blocks: int = _blocks(
        7 * DAY_BLOCKS, "blocks until another set of guardians counts"
    )
    approval_blocks: int = _blocks(
        3 * DAY_BLOCKS, "blocks for which a guardian's approval counts", Scope.NOW
    )
    recovery_tries_max: int = param(
        default=3,
        doc="vetoed recoveries after which guardians must wait",
        minimum=1,
        maximum=100,
    )
    recovery_tries_blocks: int = _blocks(
        90 * DAY_BLOCKS, "blocks in which vetoes are counted", Scope.NOW
    )
    officer: Address = param(
        default=ZERO_ADDRESS,
        doc="the compliance officer, who may freeze for a while; nobody where it is zero",
        minimum=0,
        maximum=2**160 - 1,
    )
    freeze_blocks_max: int = _blocks(14 * DAY_BLOCKS, "most blocks that the officer may freeze for")
    freeze_gap_blocks: int = _blocks(
        7 * DAY_BLOCKS, "blocks after a freeze in which the officer may not freeze again", Scope.NOW
    )
    extension_blocks_max: int = _blocks(
        180 * DAY_BLOCKS, "most blocks that a proposal may let a freeze last from then on"
    )
    issuer_bond_wei: Wei = _wei(1_000 * COIN, "least bond of an issuer, in wei", 1)
    issuer_offer_blocks: int = _blocks(
        14 * DAY_BLOCKS, "blocks in which a proposed issuer must bond itself"
    )
    issuer_term_blocks: int = _blocks(
        365 * DAY_BLOCKS, "blocks after which an issuer that did not renew lapses"
    )
    issuer_unbonding_blocks: int = _blocks(
        21 * DAY_BLOCKS, "blocks from an issuer's resignation to its bond"
    )
    credential_s_max: Seconds = param(
        default=Seconds(63_072_000),
        doc="most seconds that a credential is good for; 2 years",
        minimum=1,
        maximum=315_360_000,  # 10 years
        scope=Scope.NEW_ONLY,
    )
    credentials_max: int = param(
        default=32,
        doc="most credentials that one subject holds",
        minimum=1,
        maximum=CREDENTIALS_MAX,
        scope=Scope.NEW_ONLY,
    )
    policy_fee_wei: Wei = _wei(COIN // 10, "burned for each version of a policy and list, in wei")

    def check(self) -> str | None:
        """Whoever stole a key can be outrun: a recovery is faster than a change of guardians."""
        if self.recovery_delay_blocks >= self.guardian_delay_blocks:
            return "recovery_delay_blocks is not below guardian_delay_blocks"
        return None


class IdentityGenesis(Record):
    """Identity's section of genesis.json."""

    params: IdentityParams = IdentityParams()


class LiveParams:
    """The parameters as they stand, read one at a time: a call pays for those it needs."""

    __slots__ = ("_words",)

    def __init__(self, held: Held) -> None:
        self._words = Words(held.host, held.address)

    def __getattr__(self, name: str) -> Any:
        slot, kind = places()[name]
        return kind.from_word(self._words[slot])


@memo
def places() -> dict[str, tuple[int, WordType]]:
    """Return the slot and the type of every parameter; the record begins at slot 0."""
    kinds = field_types(IdentityParams)
    return {name: (slot, word_type(kind.python)) for slot, (name, kind) in enumerate(kinds.items())}
