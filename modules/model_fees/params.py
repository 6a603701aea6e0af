"""What governance may tune of model fees, and the section of genesis.json."""

from typing import Any

from chain.kit.abi import WordType
from chain.kit.memo import memo
from chain.kit.record import Params, Record, Scope, field_types, param
from chain.kit.storage import Held, Words
from chain.types.primitives import Bps, Seconds, Wei


class ModelFeesParams(Params):
    """What the protocol takes, and how long a price must be announced."""

    protocol_fee_bps: Bps = param(
        default=Bps(250),
        doc="share of every payment that goes to the treasury, in bps",
        minimum=0,
        maximum=2_000,
        step=500,
        scope=Scope.NOW,
    )
    price_notice_s: Seconds = param(
        default=Seconds(86_400),
        doc="least seconds between announcing new terms of an active model and their effect",
        minimum=1,
        maximum=2_592_000,  # 30 days
        step=604_800,
        scope=Scope.NEW_ONLY,
    )
    epoch_s: Seconds = param(
        default=Seconds(3_600),
        doc="seconds in which a model's use is measured for prices that follow it",
        minimum=1,
        maximum=86_400,
        scope=Scope.NOW,
    )
    challenge_s: Seconds = param(
        default=Seconds(86_400),
        doc="seconds in which a closing channel's payee may redeem; two epochs at least",
        minimum=2,
        maximum=2_592_000,
        scope=Scope.NEW_ONLY,
    )
    channel_s_max: Seconds = param(
        default=Seconds(31_536_000),
        doc="most seconds from a session's start to its expiry",
        minimum=1,
        maximum=315_360_000,
        scope=Scope.NEW_ONLY,
    )
    channels_max: int = param(
        default=100_000,
        doc="channels that one payer may have open",
        minimum=1,
        maximum=10_000_000,
        scope=Scope.NEW_ONLY,
    )
    deposit_min_wei: Wei = param(
        default=Wei(10**15),
        doc="least wei that a channel is opened with",
        minimum=0,
        maximum=10**24,
        scope=Scope.NEW_ONLY,
    )
    watch_s: Seconds = param(
        default=Seconds(21_600),
        doc="last seconds of a challenge in which a watchtower is paid; half of it at most",
        minimum=1,
        maximum=1_296_000,
        scope=Scope.NOW,
    )
    watch_bps: Bps = param(
        default=Bps(500),
        doc="share of a rescued amount that a watchtower gets, in bps",
        minimum=0,
        maximum=2_000,
        scope=Scope.NOW,
    )
    agent_notice_s: Seconds = param(
        default=Seconds(86_400),
        doc="seconds that a revoked agent's vouchers still count, so that no payee is surprised",
        minimum=1,
        maximum=2_592_000,
        scope=Scope.NEW_ONLY,
    )
    factor_bps_min: int = param(
        default=1_000,
        doc="lowest factor, in bps of the list price, that a model's floor may be",
        minimum=0,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    factor_bps_max: int = param(
        default=100_000,
        doc="highest factor, in bps of the list price, that a model's ceiling may be",
        minimum=10_000,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    factor_step_bps_max: int = param(
        default=500,
        doc="most that a factor may change in one epoch, in bps of the list price",
        minimum=1,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    provider_bond_min_wei: Wei = param(
        default=Wei(10**18),
        doc="least free bond of a payee when a session begins",
        minimum=0,
        maximum=10**27,
        scope=Scope.NEW_ONLY,
    )
    bond_wait_s: Seconds = param(
        default=Seconds(1_209_600),
        doc="seconds before bond that is taken back is paid; longer than any dispute can come late",
        minimum=2,
        maximum=31_536_000,
        scope=Scope.NEW_ONLY,
    )
    dispute_window_s: Seconds = param(
        default=Seconds(604_800),
        doc="seconds after a redemption in which its receipts may be disputed",
        minimum=1,
        maximum=2_592_000,
        scope=Scope.NOW,
    )
    answer_s: Seconds = param(
        default=Seconds(86_400),
        doc="seconds to open the sampled receipts, and then to doubt what they say",
        minimum=1,
        maximum=604_800,
        scope=Scope.NEW_ONLY,
    )
    verdict_s: Seconds = param(
        default=Seconds(2_592_000),
        doc="seconds after which a dispute that nobody ruled on lapses",
        minimum=1,
        maximum=31_536_000,
        scope=Scope.NEW_ONLY,
    )
    receipt_samples: int = param(
        default=8,
        doc="receipts that a disputing payer may ask for",
        minimum=1,
        maximum=16,
        scope=Scope.NEW_ONLY,
    )
    overcharge_multiplier_bps: int = param(
        default=30_000,
        doc="what a provider pays of an overcharge, in bps; the whole of it at least",
        minimum=10_000,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    dispute_fee_wei: Wei = param(
        default=Wei(10**17),
        doc="wei that a payer stakes on a dispute; the provider's where it was right",
        minimum=0,
        maximum=10**24,
        scope=Scope.NEW_ONLY,
    )
    ticket_face_min_wei: Wei = param(
        default=Wei(10**15),
        doc="least face value of a ticket, so that a win is worth redeeming",
        minimum=1,
        maximum=10**24,
        scope=Scope.NOW,
    )
    ticket_wait_s: Seconds = param(
        default=Seconds(86_400),
        doc="seconds between unlocking a ticket fund and its return",
        minimum=1,
        maximum=2_592_000,
        scope=Scope.NEW_ONLY,
    )
    ticket_s_max: Seconds = param(
        default=Seconds(43_200),
        doc="most seconds that a ticket is valid; shorter than the wait for its fund",
        minimum=1,
        maximum=2_592_000,
        scope=Scope.NOW,
    )

    def check(self) -> str | None:
        """Return which of the rules that tie parameters together is broken, if any."""
        if self.challenge_s < 2 * self.epoch_s:
            return "challenge_s: two epochs at least"
        if 2 * self.watch_s > self.challenge_s:
            return "watch_s: half of challenge_s at most"
        late_s = self.challenge_s + self.dispute_window_s + 2 * self.answer_s
        if self.bond_wait_s <= late_s:
            return f"bond_wait_s: more than {late_s} s, until the last dispute is answered"
        if self.ticket_s_max >= self.ticket_wait_s:
            return "ticket_s_max: less than ticket_wait_s"
        return None


class ModelFeesGenesis(Record):
    """The section of genesis.json."""

    params: ModelFeesParams = ModelFeesParams()


class LiveParams:
    """The parameters as they stand, read one at a time: a call pays for those that it needs."""

    __slots__ = ("_words",)

    def __init__(self, held: Held) -> None:
        self._words = Words(held.host, held.address)

    def __getattr__(self, name: str) -> Any:
        slot, kind = _places(ModelFeesParams)[name]
        return kind.from_word(self._words[slot])


@memo
def _places(params: Any) -> dict[str, tuple[int, WordType]]:
    """Return the slot and the kind of each parameter: one word each, from slot 0 on."""
    kinds = field_types(params).items()
    words = {name: kind for name, kind in kinds if isinstance(kind, WordType)}
    return {name: (slot, kind) for slot, (name, kind) in enumerate(words.items())}
