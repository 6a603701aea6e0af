"""How long consensus waits, and how much it takes in. Every number has its unit in its name."""

from dataclasses import dataclass

from chain.types.primitives import Milliseconds, Round
from chain.types.validators import VALIDATORS_MAX
from consensus.core.inputs import Timeout, TimeoutKind

PAYLOAD_BYTES_MAX = 8 * 1024 * 1024  # one proposed block with what proves it
PEER_EVENTS_MAX = 2_000  # messages of one peer that wait to be handled; more are dropped
PEER_BYTES_MAX = 4 * PAYLOAD_BYTES_MAX  # bytes of one peer that wait to be handled
AHEAD_MESSAGES_MAX = 500  # messages of one peer kept for the next height
AHEAD_BYTES_MAX = 2 * PAYLOAD_BYTES_MAX  # bytes of one peer kept for the next height
BUNDLE_VOTES_MAX = VALIDATORS_MAX  # votes in one bundle: each member once
REMIND_BYTES_MAX = 256 * 1024  # repeated to one peer in one interval; one proposal may pass it
REMIND_GAP_MAX = 4  # longest pause between repeats of one message to one peer, in intervals

# Points of faults that peers are reported with; the scale on which 100 is enough for a ban.
FAULT_POINTS_MINOR = 1  # may happen to an honest peer
FAULT_POINTS_FALSE = 20  # what no correct node sends: bad signatures, strangers, false bundles
FAULT_POINTS_FALSE_BLOCK = 50  # a block or certificate that does not prove what it says
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
class SyncConfig:
    """
    Pace and bounds of fetching blocks that others have and this node has not.

    A node waits with its own voice while blocks keep coming, but never for promises alone:
    not longer than `startup_ms` for the first word of a peer, nor than `patience_ms` for the
    next block (tendermint#2916, cometbft#3406).
    """

    startup_ms: int = 1_000  # wait at start for peers to say how far they are
    patience_ms: int = 5_000  # wait for the next block before consensus goes on without
    grace_ms: int = 1_000  # a lag of one height this short is none: the votes are under way
    request_ms: int = 5_000  # wait for one block before another peer is asked
    pause_ms: int = 30_000  # a peer that did not answer is not asked again for so long
    tick_ms: int = 250  # between looks at what is due
    in_flight_max: int = 16  # heights asked for at once
    in_flight_per_peer_max: int = 8  # of them from one peer
    waiting_bytes_max: int = 64 * 1024 * 1024  # blocks that came before their turn
    served_per_second: int = 100  # blocks given to one peer
    served_burst: int = 32  # blocks given to one peer at once, after a pause


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
    status_ms: int = 2_000  # between announcements of this node's height, besides each commit
    sync: SyncConfig = SyncConfig()
    double_sign_check_heights: int = 0  # last heights searched for own lost signatures at start
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
