"""What devices says no with."""

from chain.kit.record import Refusal
from chain.kit.typed_data import SignatureWrong as SignatureWrong
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei


class UnknownDevice(Refusal):
    """There is no device of this number."""

    device: int


class FeeMismatch(Refusal):
    """Registration takes exactly this fee."""

    fee_wei: Wei
    found_wei: Wei


class NotApplicant(Refusal):
    """Only the account that is named as the owner registers a device."""

    owner: Address


class OwnerBarred(Refusal):
    """Too many devices of this owner were banned."""

    owner: Address


class SerialTaken(Refusal):
    """A device of this serial was registered before; a serial is never used again."""

    serial: Hash32


class KeyTaken(Refusal):
    """This key speaks, or once spoke, for a device; a key is never used again."""

    key: Address


class CapacityInvalid(Refusal):
    """A capacity from 1 to this is expected."""

    capacity_max: int
    found: int


class CellInvalid(Refusal):
    """A cell is a 64-bit number."""

    found: int


class CellFull(Refusal):
    """The cell has as many devices of this class as may be."""

    cell: int
    cell_max: int


class PermissionExpired(Refusal):
    """The signature was good until then."""

    deadline_s: Seconds


class NonceMismatch(Refusal):
    """The key's next signature must name this nonce."""

    expected: int
    found: int


class AttestationMissing(Refusal):
    """The class needs the word of a known maker, valid now."""

    reason: str


class BondTooSmall(Refusal):
    """The bond must be at least this."""

    needed_wei: Wei
    found_wei: Wei


class BatchTooLarge(Refusal):
    """At most so many at once."""

    count_max: int
    found: int


class WindowClosed(Refusal):
    """This window takes no beats now: each has its time, and late is missed."""

    epoch: int
    window: int


class EpochNotStarted(Refusal):
    """The device's clock begins with this epoch."""

    first_epoch: int


class AlreadyBeaten(Refusal):
    """The device beat in this window already."""

    window: int


class RootTaken(Refusal):
    """The gateway posted its root for this window already."""

    epoch: int
    window: int


class ProofInvalid(Refusal):
    """The beat is not under the root that the gateway posted."""

    device: int


class NothingPaid(Refusal):
    """A payment for at least one unit is expected, at a posted price."""


class PriceTooHigh(Refusal):
    """A unit of service may cost no more than this."""

    maximum_wei: Wei
    found_wei: Wei


class PriceExceeds(Refusal):
    """The units cost more than was sent."""

    needed_wei: Wei
    found_wei: Wei


class TooManyUnits(Refusal):
    """One receipt is for at most so many units."""

    units_max: int


class UnknownReceipt(Refusal):
    """There is no receipt of this number."""

    receipt: int


class ReportRefused(Refusal):
    """This payment cannot be reported so."""

    reason: str


class TooLate(Refusal):
    """It had to be done before this height."""

    deadline_at: Height


class VotedAlready(Refusal):
    """A verifier speaks once."""

    verifier: Address


class MaintenanceRefused(Refusal):
    """This maintenance cannot be declared."""

    reason: str


class PenaltiesOpen(Refusal):
    """Not while penalties are open."""

    count: int


class OwnCase(Refusal):
    """An owner cannot accuse its own device."""


class NothingToClaim(Refusal):
    """Nothing is released."""


class OwnerInvalid(Refusal):
    """This account cannot own a device."""

    owner: Address
