"""How long consensus waits, and how much it takes in. Every number has its unit in its name."""

from dataclasses import dataclass

from chain.types.primitives import Milliseconds, Round
from consensus.core.inputs import Timeout, TimeoutKind

PAYLOAD_BYTES_MAX = 8 * 1024 * 1024  # one proposed block with what proves it
PEER_EVENTS_MAX = 10_000  # messages of peers that wait to be handled; more are dropped
AHEAD_MESSAGES_MAX = 2_000  # messages kept for the next height
DELAY_GROWTH_ROUNDS_MAX = 60  # rounds for which the allowed message delay grows


@dataclass(frozen=True, slots=True)
class TimeoutConfig:
    """
    Waits of a round: they grow by a fixed step a round and never pass the cap.

    Linear and capped, because doubling makes a long halt longer (besu#7642, tendermint#1464).
    All validators of a chain should use the same: the impatient one proposes more often.
    """

    propose_ms: int = 3_000
    propose_growth_ms: int = 500
    prevote_ms: int = 1_000
    prevote_growth_ms: int = 500
    precommit_ms: int = 1_000
    precommit_growth_ms: int = 500
    cap_ms: int = 60_000

    def duration_ms(self, timeout: Timeout) -> Milliseconds:
        """Length of one wait."""
        match timeout.kind:
            case TimeoutKind.PROPOSE:
                first_ms, growth_ms = self.propose_ms, self.propose_growth_ms
            case TimeoutKind.PREVOTE:
                first_ms, growth_ms = self.prevote_ms, self.prevote_growth_ms
            case TimeoutKind.PRECOMMIT:
                first_ms, growth_ms = self.precommit_ms, self.precommit_growth_ms
        return Milliseconds(min(first_ms + growth_ms * timeout.round, self.cap_ms))


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """
    Pace and tolerances of the engine.

    `instant` starts a height as soon as transactions wait; otherwise, and without
    transactions, one starts every `block_interval_ms` after its parent's time.
    """

    timeouts: TimeoutConfig = TimeoutConfig()
    block_interval_ms: int = 1_000
    instant: bool = False
    resend_ms: int = 1_000  # between repeats of what peers may lack
    precision_ms: int = 505  # how far clocks of validators may lie apart
    message_delay_ms: int = 15_000  # how long a proposal may travel in round 0
    message_delay_growth_percent: int = 10  # more for each later round

    def is_timely(self, time_ms: int, received_ms: int, round_: Round) -> bool:
        """Whether a proposal of a block with this time came neither too early nor too late."""
        growth = min(round_, DELAY_GROWTH_ROUNDS_MAX)
        factor: int = (100 + self.message_delay_growth_percent) ** growth
        scale: int = 100**growth
        latest_ms = time_ms + self.message_delay_ms * factor // scale + self.precision_ms
        return time_ms - self.precision_ms <= received_ms <= latest_ms
