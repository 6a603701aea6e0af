"""What payers, payees and agents sign or keep off chain, as EIP-712 typed data."""

from typing import Final

from chain.kit.record import Record
from chain.kit.typed_data import Domain
from chain.types.primitives import Address, Hash32, Wei

DOMAIN: Final = Domain("Kumiai Model Fees")


class Voucher(Record):
    """
    What a payer, or its agent, signs: all that one lane of a session owes up to now.

    Everything is cumulative from the session's start: `requests`, the units of each meter, and
    `amount_wei`. `nonce` grows with every voucher. `receipt_root` is the Merkle root over the
    receipts of all requests so far.
    """

    channel: int
    epoch: int
    lane: int
    nonce: int
    requests: int
    units_0: int
    units_1: int
    units_2: int
    units_3: int
    units_4: int
    units_5: int
    amount_wei: int
    receipt_root: Hash32


class Farewell(Record):
    """What both sides sign to close at once: nothing is owed beyond `paid_wei`."""

    channel: int
    epoch: int
    paid_wei: Wei


class Renewal(Record):
    """What the other side signs for a new session, at the prices of the block that starts it."""

    channel: int
    epoch: int
    paid_wei: Wei
    expires_s: int


class Receipt(Record):
    """
    What a provider keeps of one request; the hash of it is a leaf under `receipt_root`.

    `before_wei` is what all earlier receipts of the lane's session charge together. `version`
    numbers the model's terms. `request` is the hash of what was asked and answered.
    """

    channel: int
    epoch: int
    lane: int
    index: int
    version: int
    before_wei: int
    amount_wei: int
    units_0: int
    units_1: int
    units_2: int
    units_3: int
    units_4: int
    units_5: int
    request: Hash32


class Opening(Record):
    """A receipt that answers a sample, with the siblings on its way up to the root."""

    sample: int
    receipt: Receipt
    path: tuple[Hash32, ...]


class Ticket(Record):
    """
    What a sender signs instead of many payments: `face_wei`, with a chance.

    It wins where Keccak of the signature's r and s and of the recipient's preimage is below
    `win_threshold`; `recipient_seal` is the hash of the preimage, which the sender does not know.
    """

    sender: Address
    recipient: Address
    model: int
    face_wei: int
    win_threshold: int
    nonce: int
    recipient_seal: Hash32
    expires_s: int


def units_of(message: Voucher | Receipt) -> tuple[int, ...]:
    """Return the units of all meters."""
    return (
        message.units_0,
        message.units_1,
        message.units_2,
        message.units_3,
        message.units_4,
        message.units_5,
    )
