"""The markets in real blocks: a job before a jury, a lease, and a device that serves and beats."""

from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_HASH
from modules.compute.module import Compute
from modules.compute.records import OrderState
from modules.devices.module import Devices
from modules.devices.records import Beat, PenaltyStatus, SignedBeat, Status
from modules.verification.module import Verification
from modules.verification.records import ClaimState
from tests.properties import deals
from tests.properties.test_modules_on_chain import Books

BLOCKS_MAX = 40  # longer than any window of these parameters


def claim_is(books: Books, claim: int, state: ClaimState) -> None:
    """Make empty blocks until a claim is in a state."""
    for _ in range(BLOCKS_MAX):
        if books.chain.view(Verification, "standing", claim).state == state:
            return
        books.block(1, [])
    raise AssertionError(state.name)


def order_state(books: Books, order: int) -> OrderState:
    """Return where an order stands."""
    found: OrderState = books.chain.view(Compute, "order", order).progress.state
    return found


def voted(books: Books, claim: int, index: int, value: int) -> None:
    """Let whoever is drawn seal and open the same vote."""
    claim_is(books, claim, ClaimState.VOTING)
    books.block(1, deals.sealing(claim, index, value))
    claim_is(books, claim, ClaimState.OPENING)
    books.block(1, deals.opening(claim, value))


def test_a_job_goes_through_auditors_and_a_jury_in_real_blocks():
    """Dealt, revealed, passed, challenged, answered and voted down by transactions alone."""
    books = Books()
    books.block(1, deals.entering())
    books.block(1, deals.dealing(1, Level.AUDIT))
    assert OrderState.SUBMITTED == order_state(books, 1)
    books.block(1, deals.objecting(1)[:1])
    voted(books, 1, 0, 0)
    books.block(1, deals.objecting(1)[1:])
    assert OrderState.DISPUTED == order_state(books, 1)
    voted(books, 1, 1, 0)
    claim_is(books, 1, ClaimState.EXECUTED)
    assert OrderState.RESOLVED == order_state(books, 1)
    assert 0 == books.chain.view(Compute, "totals").escrow_wei


def test_a_lease_is_disputed_in_real_blocks():
    """Streamed, proven, topped up, disputed and ruled for the lessor."""
    books = Books()
    books.block(1, deals.entering())
    books.block(1, deals.leasing(1))
    books.block(1, [])
    books.block(1, deals.ending(1)[1:])
    assert OrderState.DISPUTED == order_state(books, 1)
    voted(books, 1, 0, 10_000)
    claim_is(books, 1, ClaimState.EXECUTED)
    assert OrderState.RESOLVED == order_state(books, 1)


def beat(books: Books, device: int) -> None:
    """Make a block in which a device beats, if a window is open then."""
    epoch = books.chain.view(Devices, "current_epoch")
    height = books.chain.head.header.height + 1
    turns, window = divmod(height - epoch.started_at, epoch.windows + epoch.proof_blocks)
    if window >= epoch.windows:
        books.block(1, [])
        return
    message = Beat(device, epoch.number + turns, window, 1, ZERO_HASH)
    signed = SignedBeat(message, deals.signed(message, device))
    books.block(1, [deals.says(deals.PAYER, Devices, "beat", (signed,))])


def test_a_device_serves_beats_and_appeals_in_real_blocks():
    """Registered by its key, active after probation, paid, reported, and let off by a jury."""
    books = Books()
    books.block(1, deals.entering())
    books.block(1, deals.enlisting(1))
    for _ in range(BLOCKS_MAX):
        if books.chain.view(Devices, "device", 1).standing.status == Status.ACTIVE:
            break
        beat(books, 1)
    assert Status.ACTIVE == books.chain.view(Devices, "device", 1).standing.status
    books.block(1, deals.serving(1, 1))
    penalty = books.chain.view(Devices, "penalty", 1)
    assert PenaltyStatus.APPEALED == penalty.status
    voted(books, penalty.claim, 0, 0)
    claim_is(books, penalty.claim, ClaimState.EXECUTED)
    assert PenaltyStatus.LIFTED == books.chain.view(Devices, "penalty", 1).status
